"""The timeline of a case: every row that was recorded, in words; what was taken back stays, and says so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from gongkai.ledger.transitions import TRANSITIONS
from gongkai.statute.case_words import ASKED, KINDS
from gongkai.statute.decisions import decision
from gongkai.statute.events import Channel, Event, Kind
from gongkai.statute.facts import fact
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.ledger import event_of
from gongkai.web.applications.models import ApplicationRow
from gongkai.web.applications.models.application import CHANNELS
from gongkai.web.applications.remarks import remarks_of
from gongkai.web.people.models import Person

OTHERS = {"citizen": "申请人", "system": "系统"}
"""Who enters something without being a person of the office."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row as it is told: what, on which day, details, remark, by whom and when, and whether it counts."""

    position: int
    on: dt.date
    kind: Kind
    what: str
    details: tuple[str, ...]
    remark: str
    by: str
    recorded_at: dt.datetime
    article: str
    taken_back: bool
    uncounted: str


def names_of(organ_id: UUID, ids: Iterable[str]) -> Mapping[str, str]:
    """The names of those who entered something, by their ids."""
    wanted = set(ids)
    known = [one for one in wanted if one not in OTHERS]
    people = Person.objects.for_organ(organ_id).filter(pk__in=[one for one in known if _is_id(one)])
    return OTHERS | {str(id): name for id, name in people.values_list("pk", "name")}


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def timeline(state: CaseState) -> list[Line]:
    """Every row of the case by day, as known on the day of the state."""
    names = names_of(state.application.organ_id, (row.by for row in state.rows))
    gone = taken_back(state.rows)
    uncounted = {one.ref.position: one.sentence for one in state.case.refusals}
    rows = sorted((row for row in state.rows if row.on <= state.on), key=lambda r: (r.on, r.position))
    said = remarks_of(state.application)
    return [
        _line(row, names, said.get(row.position, ""), row.position in gone, uncounted.get(row.position, ""))
        for row in rows
    ]


def taken_back(rows: Iterable[ApplicationRow]) -> set[int]:
    """The positions of rows that a later one takes back."""
    return {row.data["of"] for row in rows if row.kind == Kind.VOIDED and "of" in row.data}


def _line(row: ApplicationRow, names: Mapping[str, str], remark: str, gone: bool, uncounted: str) -> Line:
    event = event_of(row)
    return Line(
        position=row.position,
        on=row.on,
        kind=event.kind,
        what=KINDS[event.kind],
        details=(*details(event), *_lead(row)),
        remark=remark,
        by=names.get(row.by, "本机关人员"),
        recorded_at=row.recorded_at,
        article=TRANSITIONS[event.kind].article,
        taken_back=gone,
        uncounted=uncounted,
    )


def _lead(row: ApplicationRow) -> Iterable[str]:
    lead = row.data.get("together_with")
    return (f"牵头的是{lead}",) if lead else ()


def details(event: Event) -> Iterable[str]:
    """What an event carries, each in a few words."""
    if event.channel is not None:
        yield CHANNELS[Channel(event.channel)]
    if event.to is not None:
        yield f"征求{ASKED[event.to]}意见（编号{event.id}）"
    elif event.id:
        yield f"征求意见编号{event.id}"
    if event.notice_received_on:
        yield f"{day_words(event.notice_received_on)}送达"
    if event.until:
        yield f"截止日{day_words(event.until)}"
    if event.days:
        yield f"{event.days}个工作日"
    if event.amount:
        yield f"{event.amount}元"
    if event.decision:
        yield _decision(event.decision)
    if event.approved_by:
        yield f"批准人：{event.approved_by}"
    if event.of:
        yield f"作废第{event.of}条"
    for key in event.facts:
        yield fact(key).name


def _decision(key: str) -> str:
    try:
        return decision(key).title
    except NotAllowed:
        return key
