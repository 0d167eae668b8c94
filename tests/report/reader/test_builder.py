"""Cells, places, labels, units and flags of one table collected; equations written out by position."""

from __future__ import annotations

from gongkai.report.document import Candidate, Flag, Place
from gongkai.report.reader.builder import Builder, candidates, equations_of, row_sums
from gongkai.report.reader.slots import Proposal
from gongkai.tables.form import EDITIONS, form
from tests.report.reader.invented import APPLICATIONS, FORM, PROACTIVE, application_row


def test_a_taken_row_keeps_values_places_and_units() -> None:
    builder = Builder(PROACTIVE)
    row = application_row(None, "1", "2", "3件")
    proposal = Proposal(
        {"issued": 1, "repealed": 2, "in_force": 3},
        "label",
        True,
        {"issued": 0, "in_force": 2},
        {"in_force": "件"},
    )
    builder.put("government_rule", row, proposal)
    table = builder.done().table
    assert dict(table.cells) == {
        ("government_rule", "issued"): 1,
        ("government_rule", "repealed"): 2,
        ("government_rule", "in_force"): 3,
    }
    assert table.places["government_rule", "issued"] == Place(line=1, cell=0)
    assert table.places["government_rule", "in_force"] == Place(line=1, cell=2)
    assert table.places["government_rule", "repealed"] == row.place
    assert dict(table.units) == {("government_rule", "in_force"): "件"}


def test_an_ordinal_beyond_the_row_falls_back_to_the_row() -> None:
    builder = Builder(PROACTIVE)
    builder.put(
        "licence", application_row(None, "1"), Proposal({"decisions": 1}, "label", True, {"decisions": 9})
    )
    assert builder.places["licence", "decisions"] == Place(line=1)


def test_an_open_row_is_there_without_values() -> None:
    """Printed, but unsettled: the cells are null, not absent, and never zero."""
    builder = Builder(APPLICATIONS)
    builder.leave_open("disclosed", application_row("disclosed"), APPLICATIONS.columns)
    table = builder.done().table
    assert set(table.cells.values()) == {None}
    assert all(table.printed("disclosed", c.key) for c in APPLICATIONS.columns)
    assert not table.printed("partly_disclosed", "total")


def test_flags_name_their_table() -> None:
    builder = Builder(APPLICATIONS)
    reading = Candidate({("disclosed", "total"): 2}, "label")
    builder.flag(("disclosed",), "不明。", [reading])
    assert builder.done().flags == [Flag(("applications", "disclosed"), "不明。", (reading,))]


def test_done_counts_cells_and_failing_equations() -> None:
    builder = Builder(APPLICATIONS)
    builder.cells[("disclosed", "natural_person")] = 2
    builder.cells[("disclosed", "total")] = 3
    rows = [e for e in equations_of(FORM, "applications") if e.equation.along == "row"]
    assert (builder.done(rows).failing, builder.done(rows).printed) == (1, 2)
    assert builder.done().failing == 0


def test_equations_are_written_out_for_every_column_and_row() -> None:
    for edition in EDITIONS:
        f = form(edition)
        table = f.table("applications")
        got = equations_of(f, "applications")
        along = [e.equation.along for e in got]
        assert along.count("row") == len(table.rows)
        assert along.count("column") % len(table.columns) == 0
        assert equations_of(f, "proactive") == ()
    assert [e.at for e in equations_of(FORM, "remedies")] == [r.key for r in FORM.table("remedies").rows]


def test_row_sums_give_the_parts_then_the_total() -> None:
    equations = equations_of(FORM, "applications")
    assert row_sums(APPLICATIONS.columns, equations, "disclosed") == ((0, 1, 2, 3, 4, 5, 6),)
    assert row_sums(APPLICATIONS.columns[:-1], equations, "disclosed") == ()
    assert row_sums(APPLICATIONS.columns, equations, "no such row") == ()


def test_row_sums_follow_the_order_of_the_columns() -> None:
    turned = APPLICATIONS.columns[::-1]
    assert row_sums(turned, equations_of(FORM, "applications"), "disclosed") == ((6, 5, 4, 3, 2, 1, 0),)


def test_candidates_say_which_reading_was_taken() -> None:
    one, two = Proposal({"total": 1}, "label", True), Proposal({"total": 2}, "geometry", False)
    assert candidates("disclosed", [one, two], two) == [
        Candidate({("disclosed", "total"): 1}, "label", False),
        Candidate({("disclosed", "total"): 2}, "geometry", True),
    ]
    assert not any(c.taken for c in candidates("disclosed", [one, two], None))
