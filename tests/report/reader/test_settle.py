"""Which reading of a row stands: what print gives in full, else what the equations single out, else none."""

from __future__ import annotations

from gongkai.report.reader.builder import equations_of
from gongkai.report.reader.settle import Settled, cells_of, failing, settle
from gongkai.report.reader.slots import Proposal
from tests.report.reader.invented import COLUMNS, FORM

EQUATIONS = equations_of(FORM, "applications")


def reading(*values: int | None, sure: bool = False, partial: bool = False) -> Proposal:
    return Proposal(dict(zip(COLUMNS, values, strict=True)), "label", sure, partial=partial)


def test_a_full_row_stands_even_where_its_sum_does_not_close() -> None:
    """That is the office's error, and a check says so."""
    printed = reading(2, 0, 0, 0, 0, 0, 9, sure=True)
    assert settle({"disclosed": [printed]}, EQUATIONS) == Settled({"disclosed": printed}, {})


def test_a_sure_reading_stands_before_others_that_close() -> None:
    printed, other = reading(2, 0, 0, 0, 0, 0, 9, sure=True), reading(9, 0, 0, 0, 0, 0, 9)
    assert settle({"disclosed": [other, printed]}, EQUATIONS).taken == {"disclosed": printed}


def test_a_row_without_a_reading_is_doubted() -> None:
    settled = settle({"disclosed": []}, EQUATIONS)
    assert settled.taken == {"disclosed": None}
    assert settled.doubts["disclosed"].endswith("。")


def test_the_reading_that_closes_is_taken_without_doubt() -> None:
    good, bad = reading(2, 3, 0, 0, 0, 0, 5), reading(23, 0, 0, 0, 0, 0, 5)
    for options in ([good, bad], [bad, good]):
        settled = settle({"newly_received": options}, EQUATIONS[14:])
        assert settled.taken["newly_received"] is good


def test_two_readings_that_close_are_both_in_doubt() -> None:
    options = [reading(2, 3, 0, 0, 0, 0, 5), reading(3, 2, 0, 0, 0, 0, 5)]
    rows_alone = [e for e in EQUATIONS if e.equation.along == "row"]
    settled = settle({"newly_received": options}, rows_alone)
    assert settled.taken == {"newly_received": None}
    assert "newly_received" in settled.doubts


def test_columns_decide_what_the_row_cannot() -> None:
    """第一项加第二项之和，等于第三项加第四项之和 (国办公开办函〔2021〕30号)."""
    options = [reading(2, 3, 0, 0, 0, 0, 5), reading(3, 2, 0, 0, 0, 0, 5)]
    others = {
        "brought_forward": [reading(0, 0, 0, 0, 0, 0, 0, sure=True)],
        "disclosed": [reading(3, 2, 0, 0, 0, 0, 5, sure=True)],
        "total_outcomes": [reading(3, 2, 0, 0, 0, 0, 5, sure=True)],
        "carried_forward": [reading(0, 0, 0, 0, 0, 0, 0, sure=True)],
    }
    settled = settle({"newly_received": options, **others}, EQUATIONS)
    assert settled.taken["newly_received"] is options[1]
    assert settled.doubts == {}


def test_an_only_reading_that_nothing_proves_is_taken_and_doubted() -> None:
    only = reading(2, 3, 0, 0, 0, 0, 5)
    settled = settle({"newly_received": [only]}, ())
    assert settled.taken["newly_received"] is only
    assert "newly_received" in settled.doubts


def test_a_partial_reading_is_always_doubted() -> None:
    only = Proposal({"natural_person": 2, "total": 2}, "geometry", False, partial=True)
    settled = settle({"newly_received": [only]}, EQUATIONS)
    assert settled.taken["newly_received"] is only
    assert "newly_received" in settled.doubts


def test_too_many_combinations_are_settled_row_by_row() -> None:
    """Thirteen rows of two readings are more than are tried together; each row's own sum still decides."""
    rows = [r.key for r in FORM.table("applications").rows][:13]
    options = {k: [reading(1, 1, 0, 0, 0, 0, 2), reading(11, 0, 0, 0, 0, 0, 2)] for k in rows}
    settled = settle(options, EQUATIONS)
    assert {k: p and p.cells["business"] for k, p in settled.taken.items()} == dict.fromkeys(rows, 1)


def test_cells_of_leaves_out_what_did_not_stand() -> None:
    taken = {"disclosed": Proposal({"total": 2}, "label", True), "partly_disclosed": None}
    assert cells_of(taken) == {("disclosed", "total"): 2}


def test_failing_counts_equations_and_takes_blank_as_nothing() -> None:
    rows_alone = [e for e in EQUATIONS if e.equation.along == "row"]
    assert failing({}, rows_alone) == 0
    assert failing({("disclosed", "natural_person"): 2, ("disclosed", "total"): None}, rows_alone) == 1
    assert failing({("disclosed", "natural_person"): 2, ("disclosed", "total"): 2}, rows_alone) == 0


def test_nothing_to_settle() -> None:
    assert settle({}, EQUATIONS) == Settled({}, {})
