"""The table of applications: vectors of years, and what holds for any ledger and any year (P11, P12)."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.ledger.applications import ApplicationAdjustment, ApplicationLedger
from gongkai.ledger.entries import Ref
from gongkai.ledger.fold import cases
from gongkai.ledger.notation import read
from gongkai.tables.applications import build
from gongkai.tables.form import form
from tests.ledger.entries_of import ledgers
from tests.ledger.years import hold, load, unbalanced

OFFICIAL = form("2021").table("applications")
COLUMNS = [c.key for c in OFFICIAL.columns]


@pytest.mark.parametrize("case", load("year_of_applications.toml"))
def test_year(case: dict[str, Any]) -> None:
    hold(case, build)


def test_a_cell_opens_its_entries() -> None:
    entries = read(
        """
        2025-12-10 收到 2025-0007 自然人 当面
        2026-01-05 决定 2025-0007 予以公开
        2026-01-06 发出 2025-0007
        2026-02-01 调整申请 T-1 自然人 件数=4 收到日=2026-01-03 理由=纸质登记 签批=乙
        """
    )
    table = build(entries, 2026)
    assert table.provenance["disclosed", "natural_person"] == (Ref("2025-0007", 3),)
    assert table.provenance["brought_forward", "total"] == (Ref("2025-0007", 1),)
    assert table.subjects("total_outcomes", "total") == ("2025-0007",)
    assert table.adjusted["newly_received", "natural_person"] == (Ref("T-1", 1),)
    assert table.adjusted["carried_forward", "total"] == (Ref("T-1", 1),)
    assert table.number("newly_received", "total") == 4
    assert ("disclosed", "business") not in table.provenance


def test_mixed_organs_are_told_apart() -> None:
    entries = read("机关 甲局\n2026-01-05 收到 A 自然人\n机关 乙局\n2026-01-05 收到 A 自然人\n")
    with pytest.raises(ValueError, match="两个机关"):
        build(entries, 2026)


def test_the_trial_form_has_one_row_for_other_handling() -> None:
    entries = read("2019-06-03 收到 A 自然人 当面\n2019-06-04 撤回 A\n")
    table = build(entries, 2019, edition=form("2019"))
    assert table.number("otherwise", "total") == 1
    assert unbalanced(build(entries, 2019)) == []


YEARS = st.integers(2023, 2028)
KNOWN = st.none() | st.datetimes(
    datetime.fromisoformat("2023-01-01"), datetime.fromisoformat("2028-12-31"), timezones=st.just(UTC)
)


def weights(entries: list[ApplicationLedger]) -> dict[Ref, int]:
    """What each entry counts."""
    return {e.ref: e.count if isinstance(e, ApplicationAdjustment) else 1 for e in entries}


@settings(max_examples=400, deadline=None)
@given(ledgers(), YEARS, KNOWN)
def test_p11_any_ledger_and_year_closes(
    entries: list[ApplicationLedger], year: int, known_at: datetime | None
) -> None:
    """P11: I1, I2, I3 and I5 hold, and I4: brought forward is what the year before carried forward."""
    before, table = build(entries, year - 1, known_at), build(entries, year, known_at)
    assert unbalanced(table) == []
    assert all(isinstance(value, int) and value >= 0 for value in table.cells.values())
    for column in COLUMNS:
        assert table.cells["brought_forward", column] == before.cells["carried_forward", column]
        assert (
            table.provenance.get(("brought_forward", column))
            == before.provenance.get(("carried_forward", column))
        )  # fmt: skip
    weight = weights(entries)
    for cell, value in table.cells.items():
        assert value == sum(weight[ref] for ref in table.provenance.get(cell, ()))


@settings(max_examples=400, deadline=None)
@given(ledgers(adjustments=False), YEARS, KNOWN)
def test_p12_a_case_has_at_most_one_result_row(
    entries: list[ApplicationLedger], year: int, known_at: datetime | None
) -> None:
    """P12: over all years a case is new once and has one result; the rows add up to the cases closed."""
    rows: dict[str, list[str]] = {}
    new: list[str] = []
    for one in range(2020, year + 1):
        table = build(entries, one, known_at)
        new += table.subjects("newly_received", "total")
        for row in OFFICIAL.outcomes:
            for subject in table.subjects(row, "total"):
                rows.setdefault(subject, []).append(row)
    assert len(new) == len(set(new))
    assert all(len(found) == 1 for found in rows.values())
    closed = {s: [c.row] for s, c in cases(entries, date(year, 12, 31), known_at).items() if c.row}
    assert rows == closed


@settings(max_examples=200, deadline=None)
@given(ledgers(), st.dates(date(2023, 1, 1), date(2028, 12, 31)))
def test_what_stood_on_a_day_is_not_changed_by_later_entries(
    entries: list[ApplicationLedger], day: date
) -> None:
    """The state on a day is that of the entries of that day and before; nothing later moves it."""
    voiding = {e.subject for e in entries if e.takes_back is not None}
    kept = [e for e in entries if e.subject not in voiding]
    early = [e for e in kept if e.on <= day]
    assert cases(kept, day) == cases(early, day)


def test_control_a_broken_table_is_noticed() -> None:
    entries = read("2026-01-05 收到 A 自然人\n")
    table = build(entries, 2026)
    cells = MappingProxyType({**table.cells, ("newly_received", "natural_person"): 2})
    broken = dataclasses.replace(table, cells=cells)
    assert unbalanced(broken) == ["I1 natural_person", "I3 newly_received"]
