"""Rows of decisions: those of the form, one for each kind, one for a case."""

from __future__ import annotations

import pytest

from gongkai.ledger.outcomes import CORRECTION_LAPSED, FEE_UNPAID, ROWS, WITHDRAWN, row_of, row_of_several
from gongkai.statute.decisions import kinds
from gongkai.tables.form import form


def test_the_rows_are_those_of_the_form() -> None:
    assert set(form("2021").table("applications").outcomes) == ROWS
    assert {CORRECTION_LAPSED, FEE_UNPAID, WITHDRAWN} <= ROWS


def test_every_kind_and_every_row_has_one_row() -> None:
    for kind in kinds():
        assert row_of(kind.key) == kind.row
    for row in ROWS:
        assert row_of(row) == row
    assert row_of("nonsense") is None


@pytest.mark.parametrize(
    ("decisions", "row"),
    [
        (["disclosed"], "disclosed"),
        (["disclosed.supplied", "disclosed.already_public"], "disclosed"),
        (["disclosed", "not_processed.repeat"], "partly_disclosed"),
        (["not_processed.repeat", "disclosed"], "partly_disclosed"),
        (["not_processed.repeat", "partly_disclosed"], "partly_disclosed"),
        (["withheld.third_party", "not_processed.repeat"], "withheld.third_party"),
        (["not_processed.repeat", "withheld.third_party"], "not_processed.repeat"),
    ],
)
def test_several_decisions_give_one_row(decisions: list[str], row: str) -> None:
    """A13; 国办公开办函〔2021〕30号: 区分处理的，只计这一情形."""
    assert row_of_several(decisions) == row
