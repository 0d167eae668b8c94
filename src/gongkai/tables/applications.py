"""收到和处理申请表: a year of the ledger of applications folded into 175 cells, each with its entries.

One fold at the end of the year tells everything: a case is received and gets its result once and for all, so
whether it was open when the year began follows from the two days. Brought forward is therefore last year's
carried forward by construction, and each case goes in by one row and out by one: the equations hold for any
ledger. A case waiting for correction, payment or third parties on 31 December at 24:00 is carried forward.

Source: 国办公开办函〔2021〕30号; 政府信息公开条例 arts. 31, 50 (二); law.md §2.4 I1–I5, A12, A18, A19.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from gongkai.ledger.applications import ApplicationAdjustment, ApplicationEntry, ApplicationLedger
from gongkai.ledger.entries import Ref, Refusal, by_subject, standing
from gongkai.ledger.fold import walked
from gongkai.ledger.walk import Walk
from gongkai.tables.cells import CellTable, Tally
from gongkai.tables.form import Form, TableForm, form

KEY = "applications"
_OWN = (ApplicationEntry, ApplicationAdjustment)
_NEW, _BROUGHT, _CARRIED, _ALL, _TOTAL = (
    "newly_received",
    "brought_forward",
    "carried_forward",
    "total_outcomes",
    "total",
)


class _Flow(NamedTuple):
    """What runs through the years: received on a day, answered on a later one with a row, or open."""

    column: str
    received_on: date
    received_by: Ref
    answered_on: date | None
    answered_by: Ref
    row: str
    number: int = 1
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
    own = [e for e in entries if isinstance(e, _OWN)]
    adjusted = {e.subject for e in own if type(e) is ApplicationAdjustment}
    for subject, group in by_subject(own).items():
        stand = standing(group, known_at)
        walk = walked(stand, last)
        refusals += (r for r in walk.refusals if r.on >= first)
        flows = _adjustments(stand) if subject in adjusted else []
        for flow in (_case(walk), *flows):
            if flow is not None:
                _count(tally, official, flow, first, last)
    _sum(tally, official)
    return tally.table(KEY, year, refusals)


def _case(walk: Walk) -> _Flow | None:
    """The flow of a case; None while it is not received."""
    received, result = walk.received, walk.result
    if received is None or walk.applicant is None:
        return None
    answered_on, by = (None, received) if result is None else (result.on, result)
    return _Flow(walk.applicant, received.on, received.ref, answered_on, by.ref, walk.row or _CARRIED)


def _adjustments(entries: list[ApplicationLedger]) -> list[_Flow]:
    """The flows of what is counted without entries of its own; from when recorded, whenever signed."""
    return [
        _Flow(e.applicant, e.received_on, e.ref, e.answered_on, e.ref, e.row or _CARRIED, e.count, True)
        for e in entries
        if isinstance(e, ApplicationAdjustment)
    ]


def _count(tally: Tally, official: TableForm, flow: _Flow, first: date, last: date) -> None:
    """In by one row and out by one, in the column of the applicant."""
    answered = flow.answered_on
    if flow.received_on > last or (answered is not None and answered < first):
        return
    into = _NEW if flow.received_on >= first else _BROUGHT
    tally.add((into, flow.column), flow.received_by, flow.number, flow.adjusts)
    if answered is None or answered > last:
        tally.add((_CARRIED, flow.column), flow.received_by, flow.number, flow.adjusts)
    else:
        row = flow.row if flow.row in official.outcomes else flow.row.split(".")[0]
        tally.add((row, flow.column), flow.answered_by, flow.number, flow.adjusts)


def _sum(tally: Tally, official: TableForm) -> None:
    """The total of the results in each column, then the total of each row."""
    columns = [c.key for c in official.columns if c.key != _TOTAL]
    for column in columns:
        tally.sum_into((_ALL, column), [(row, column) for row in official.outcomes])
    for row in official.rows:
        tally.sum_into((row.key, _TOTAL), [(row.key, column) for column in columns])
