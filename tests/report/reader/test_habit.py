"""Rows that no equation settles follow the rows of their own shape."""

from __future__ import annotations

from gongkai.report.document import Place
from gongkai.report.reader.habit import follow
from gongkai.report.reader.rows import Row
from gongkai.report.reader.settle import Settled
from gongkai.report.reader.slots import Proposal

COLUMNS = ("natural_person", "business", "total")


def row(*tokens: str, first: int = 1) -> Row:
    spans = [(first + i, 1) for i in range(len(tokens))]
    return Row("甲", None, list(tokens), Place(), spans=spans)


def proposal(tokens: list[str], start: int, *, sure: bool = False) -> Proposal:
    cells = {c: int(tokens[start + i]) if tokens[start + i] else None for i, c in enumerate(COLUMNS)}
    return Proposal(cells, "label", sure, {c: start + i for i, c in enumerate(COLUMNS)})


def doubtful(*, first: int = 1) -> tuple[Row, list[Proposal]]:
    tokens = ["", "0", "", "0"]
    return row(*tokens, first=first), [proposal(tokens, 0), proposal(tokens, 1)]


def settled_row(start: int, *, number: str = "3", first: int = 1) -> tuple[Row, Proposal]:
    tokens = ["", "", "", ""]
    tokens[start] = number
    tokens[start + 2] = number
    return row(*tokens, first=first), proposal(tokens, start, sure=True)


def run(start: int, *, number: str = "3", first: int = 1, own: int = 1) -> Settled:
    fellow, taken = settled_row(start, number=number, first=first)
    asked, options = doubtful(first=own)
    result = Settled({"fellow": taken, "asked": None}, {"asked": "几种读法"})
    follow({"fellow": fellow, "asked": asked}, {"fellow": [taken], "asked": options}, result)
    return result


def test_a_row_is_read_as_its_fellow_is_set() -> None:
    for start in (0, 1):
        result = run(start)
        assert "asked" not in result.doubts
        taken = result.taken["asked"]
        assert taken is not None
        assert min(taken.source.values()) == start


def test_a_fellow_of_noughts_proves_nothing() -> None:
    assert "asked" in run(1, number="0").doubts


def test_without_a_fellow_of_its_shape_the_column_of_all_others_counts() -> None:
    result = run(1, first=1, own=2)
    taken = result.taken["asked"]
    assert taken is not None
    assert min(taken.source.values()) == 0


def test_fellows_that_differ_settle_nothing() -> None:
    one, taken_one = settled_row(0)
    two, taken_two = settled_row(1)
    asked, options = doubtful()
    result = Settled({"one": taken_one, "two": taken_two, "asked": None}, {"asked": "几种读法"})
    follow(
        {"one": one, "two": two, "asked": asked},
        {"one": [taken_one], "two": [taken_two], "asked": options},
        result,
    )
    assert "asked" in result.doubts


def test_a_row_with_cells_run_together_stays_in_doubt() -> None:
    fellow, taken = settled_row(1)
    asked = row("", "0 0", "", "0")
    options = [Proposal({"natural_person": "0 0"}, "label", False, {"natural_person": 1})]
    result = Settled({"fellow": taken, "asked": None}, {"asked": "几种读法"})
    follow({"fellow": fellow, "asked": asked}, {"fellow": [taken], "asked": options}, result)
    assert "asked" in result.doubts
