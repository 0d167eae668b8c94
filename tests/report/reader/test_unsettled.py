"""What is marked as not settled is flagged as widely as it is open, and no wider."""

from __future__ import annotations

from gongkai.report.reader.unsettled import flags_of

CELLS = {("a", "x"): None, ("a", "y"): None, ("b", "x"): None, ("b", "y"): 3}


def test_a_row_a_cell_and_a_table() -> None:
    found = flags_of("remedies", CELLS, [("a", "x"), ("a", "y"), ("b", "x")])
    assert [flag.where for flag in found] == [("remedies", "a"), ("remedies", "b", "x")]
    assert [flag.where for flag in flags_of("remedies", CELLS, list(CELLS))] == [("remedies",)]
    assert flags_of("remedies", CELLS, []) == []
