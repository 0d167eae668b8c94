"""The form as data: counts, keys and labels of both editions, and that the data cannot contradict itself."""

from __future__ import annotations

import pytest

from gongkai.tables.form import EDITIONS, TABLES, Form, form
from gongkai.values.errors import FormError


@pytest.fixture(params=EDITIONS)
def edition(request: pytest.FixtureRequest) -> Form:
    return form(request.param)


@pytest.mark.parametrize(
    ("table", "cells"), [("proactive", 10), ("applications", 175), ("remedies", 15)], ids=TABLES
)
def test_cells_of_the_form_in_force(table: str, cells: int) -> None:
    """国办公开办函〔2021〕30号: 10 + 175 + 15 cells."""
    paths = list(form("2021").table(table).paths())
    assert len(paths) == len(set(paths)) == cells


def test_the_trial_form_has_one_row_for_otherwise() -> None:
    """国办公开办函〔2019〕60号: 其他处理 is one row, so two rows fewer than in 2021."""
    rows = [r.key for r in form("2019").table("applications").rows]
    assert "otherwise" in rows
    assert not any(key.startswith("otherwise.") for key in rows)
    assert len(rows) == len(form("2021").table("applications").rows) - 2


def test_outcomes_lie_between_receipt_and_total() -> None:
    table = form("2021").table("applications")
    assert len(table.outcomes) == 21
    assert table.outcomes[0] == "disclosed"
    assert table.outcomes[-1] == "otherwise.other"
    assert form("2021").table("remedies").outcomes == ()


def test_chapters_and_aspects(edition: Form) -> None:
    assert [c.key for c in edition.chapters] == ["1", "2", "3", "4", "5", "6"]
    assert len(edition.aspects) == 5


def test_keys_are_unique_and_groups_known(edition: Form) -> None:
    for table in edition.tables:
        for labels in (table.rows, table.columns, table.groups):
            keys = [label.key for label in labels]
            assert len(keys) == len(set(keys))
        assert {row.group for row in table.rows if row.group} <= {g.key for g in table.groups}


def test_a_wording_names_one_key_within_its_group(edition: Form) -> None:
    """No variant leads to two rows or two columns of the same group."""
    for table in edition.tables:
        for labels in (table.rows, table.columns):
            seen: dict[tuple[str | None, str], str] = {}
            for label in labels:
                for wording in label.wordings:
                    assert seen.setdefault((label.group, wording), label.key) == label.key


def test_every_row_has_columns(edition: Form) -> None:
    for table in edition.tables:
        known = {c.key for c in table.columns}
        for row in table.rows:
            assert set(table.columns_of(row.key)) <= known
            assert table.columns_of(row.key)
        for block in table.blocks:
            assert {table.row(key).key for key in block.rows} == set(block.rows)


def test_equations_name_cells_that_exist(edition: Form) -> None:
    bound = 0
    for equation in edition.equations:
        table = edition.table(equation.table)
        known = set(table.paths())
        rows, columns = [r.key for r in table.rows], [c.key for c in table.columns]
        for instance in equation.instances(rows, columns):
            assert {(table.key, *cell) for cell in instance.cells} <= known
            bound += 1
    assert bound > 30


def test_the_wordings_begin_with_the_official_label() -> None:
    label = form("2021").table("applications").row("withheld.state_secret")
    assert label.wordings[0] == label.label
    assert form("2021").table("applications").group("withheld").label.endswith("不予公开")


@pytest.mark.parametrize("ask", ["row", "column", "group"])
def test_an_unknown_key_is_an_error(ask: str) -> None:
    with pytest.raises(FormError, match="nonsense"):
        getattr(form("2021").table("applications"), ask)("nonsense")


def test_an_unknown_edition_is_an_error() -> None:
    with pytest.raises(FormError, match="2008"):
        form("2008")
