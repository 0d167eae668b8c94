"""收到和处理申请表: a year of the ledger of applications folded into 175 cells, each with its entries.

One fold at the end of the year tells everything: a case is received and gets its result once and for all, so
whether it was open when the year began follows from the two days. Brought forward is therefore last year's
carried forward by construction, and each case goes in by one row and out by one: the equations hold for any
ledger. A case waiting for correction, payment or third parties on 31 December at 24:00 is carried forward.

Source: 国办公开办函〔2021〕30号; 政府信息公开条例 arts. 31, 50 (二); law.md §2.4 I1–I5, A12, A18, A19.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from gongkai.ledger.applications import ApplicationAdjustment, ApplicationEntry, ApplicationLedger
from gongkai.ledger.entries import Ref, Refusal, by_subject, standing
from gongkai.ledger.fold import walked
from gongkai.tables.cells import CellTable, Tally
from gongkai.tables.form import Form, TableForm, form

KEY = "applications"
_NEW, _BROUGHT, _CARRIED, _ALL, _TOTAL = (
    "newly_received",
    "brought_forward",
    "carried_forward",
    "total_outcomes",
    "total",
)


@dataclass(frozen=True, slots=True)
class _Flow:
    """What runs through the years: received on a day, answered on a later one with a row, or open."""

    column: str
    received_on: date
    received_by: Ref
    answered_on: date | None
    answered_by: Ref
    row: str
    count: int = 1
    adjusts: bool = False


def build(
    entries: Iterable[object],
    year: int,
    known_at: datetime | None = None,
    edition: Form | None = None,
) -> CellTable:
    """The table of one organ for ``year``, from what had been recorded at ``known_at``.

    Entries of other ledgers may stand among them and are left out. Raises :class:`ValueError` where organs
    are mixed.
    """
    official = (edition or form("2021")).table(KEY)
    tally = Tally(official)
    first, last = date(year, 1, 1), date(year, 12, 31)
    refusals: list[Refusal] = []
    own = [e for e in entries if isinstance(e, ApplicationEntry | ApplicationAdjustment)]
    for group in by_subject(own).values():
        for flow in _flows(standing(group, known_at), first, last, refusals):
            _count(tally, official, flow, first, last)
    _sum(tally, official)
    return tally.table(KEY, year, refusals)


def _flows(entries: list[ApplicationLedger], first: date, last: date, refusals: list[Refusal]) -> list[_Flow]:
    """The case of one subject, and its adjustments, in a year."""
    walk = walked(entries, last)
    flows = [_adjustment(e) for e in entries if type(e) is ApplicationAdjustment]
    refusals += (r for r in walk.refusals if r.on >= first)
    received, result = walk.received, walk.result
    if received is not None and walk.applicant is not None:
        if result is None:
            flows.append(_Flow(walk.applicant, received.on, received.ref, None, received.ref, _CARRIED))
        elif result.on >= first:
            flows.append(
                _Flow(walk.applicant, received.on, received.ref, result.on, result.ref, walk.row or _CARRIED)
            )
    return flows


def _adjustment(entry: ApplicationAdjustment) -> _Flow:
    ref = entry.ref
    row = entry.row or _CARRIED
    return _Flow(
        entry.applicant, entry.received_on, ref, entry.answered_on, ref, row, entry.count, adjusts=True
    )


def _count(tally: Tally, official: TableForm, flow: _Flow, first: date, last: date) -> None:
    """In by one row and out by one, in the column of the applicant."""
    answered = flow.answered_on
    if flow.received_on > last or (answered is not None and answered < first):
        return
    into = _NEW if flow.received_on >= first else _BROUGHT
    tally.add((into, flow.column), flow.received_by, flow.count, flow.adjusts)
    if answered is None or answered > last:
        tally.add((_CARRIED, flow.column), flow.received_by, flow.count, flow.adjusts)
    else:
        row = flow.row if flow.row in official.outcomes else flow.row.split(".")[0]
        tally.add((row, flow.column), flow.answered_by, flow.count, flow.adjusts)


def _sum(tally: Tally, official: TableForm) -> None:
    """The total of the results in each column, then the total of each row."""
    columns = [c.key for c in official.columns if c.key != _TOTAL]
    for column in columns:
        tally.sum_into((_ALL, column), [(row, column) for row in official.outcomes])
    for row in official.rows:
        tally.sum_into((row.key, _TOTAL), [(row.key, column) for column in columns])
