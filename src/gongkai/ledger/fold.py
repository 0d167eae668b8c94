"""账的折叠: the state of a case on a day, as known at a time; and of all cases of an organ in one pass.

``fold`` never fails on what stands in a ledger: an entry that the documented transitions do not allow where
it stands does not count, and ``refusals`` tell why.

>>> fold([], date(2026, 12, 31)).stage.value
'none'

Source: 政府信息公开条例 arts. 31, 45; law.md §2.4 (year cut), §7.3 (transitions).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from gongkai.ledger.applications import ApplicationEntry, ApplicationLedger
from gongkai.ledger.entries import Ref, Refusal, by_subject, standing
from gongkai.ledger.transitions import Stage
from gongkai.ledger.walk import Walk
from gongkai.statute.events import Event


@dataclass(frozen=True, slots=True)
class Case:
    """An application on a day: stage, receipt, result row with its day, and the entries behind both.

    ``row`` is None while no reply has left. ``decisions`` are the latest ones, in order. ``events`` are those
    that count, in order, as the clocks take them.
    """

    subject: str
    stage: Stage
    applicant: str | None
    received_on: date | None
    received_by: Ref | None
    row: str | None
    row_on: date | None
    row_by: Ref | None
    decisions: tuple[str, ...]
    split_from: str | None
    together_with: str | None
    events: tuple[Event, ...]
    refusals: tuple[Refusal, ...]

    @property
    def open(self) -> bool:
        """True for a case received and without a result: it is carried forward at the end of a year."""
        return self.received_on is not None and self.row is None


def walked(entries: Iterable[ApplicationLedger], day: date) -> Walk:
    """Take the entries of one case, which stand and are in order, up to the end of ``day``.

    Adjustments are no events and are passed over.
    """
    walk = Walk()
    for entry in entries:
        if entry.on > day:
            break
        if type(entry) is ApplicationEntry:
            walk.take(entry)
    return walk


def _case(subject: str, walk: Walk) -> Case:
    received, result = walk.received, walk.result
    return Case(
        subject=subject,
        stage=walk.stage,
        applicant=walk.applicant,
        received_on=received.on if received else None,
        received_by=received.ref if received else None,
        row=walk.row,
        row_on=result.on if result else None,
        row_by=result.ref if result else None,
        decisions=tuple(walk.decisions),
        split_from=walk.split_from,
        together_with=walk.together_with,
        events=tuple(walk.events),
        refusals=tuple(walk.refusals),
    )


def fold(entries: Iterable[ApplicationLedger], day: date, known_at: datetime | None = None) -> Case:
    """The state of one case at the end of ``day`` (24:00), from what had been recorded at ``known_at``.

    Raises :class:`ValueError` where the entries are of several cases or organs.
    """
    groups = by_subject(entries)
    if len(groups) > 1:
        raise ValueError(f"几件案件的账混在一起了：{'、'.join(sorted(groups))}。请一件一件处理。")
    for subject, group in groups.items():
        return _case(subject, walked(standing(group, known_at), day))
    return _case("", Walk())


def cases(
    entries: Iterable[ApplicationLedger], day: date, known_at: datetime | None = None
) -> Mapping[str, Case]:
    """The state of every case of one organ at the end of ``day``, by case number.

    A case of which nothing had happened by then is left out. Raises :class:`ValueError` where organs are
    mixed.
    """
    out = {}
    for subject, group in by_subject(entries).items():
        walk = walked(standing(group, known_at), day)
        if walk.events or walk.refusals:
            out[subject] = _case(subject, walk)
    return MappingProxyType(out)
