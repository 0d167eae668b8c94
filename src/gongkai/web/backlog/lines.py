"""What a line of the table says: who applied, and what happened, as events; each held against fold and clock.

Nothing is guessed: what cannot be understood is said with the words that stand there, and the line is not
brought in.

Source: 条例 arts. 30, 31, 33, 36; the transitions of ``gongkai.ledger``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from gongkai.ledger.applications import Applicant, ApplicationEntry
from gongkai.ledger.fold import fold
from gongkai.statute.case import periods_on
from gongkai.statute.clocks import clock
from gongkai.statute.events import Channel, Event, Kind
from gongkai.statute.receipt import CONFIRMED
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.documents import doubt
from gongkai.web.applications.models.application import APPLICANTS, CHANNELS, DOCUMENTS, LONGEST
from gongkai.web.backlog.columns import HEADINGS, RESULTS, one_of

_DAY = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:\s+00:00(?::00)?)?")
_KEY = ("channel", "filed_on", "applicant", "name", "document_number", "request")
DAYS = (
    "filed_on",
    "received_on",
    "correction_on",
    "corrected_on",
    "extended_on",
    "decided_on",
    "dispatched_on",
)
TERMS = ("correction_until",)
"""Days that may be still to come."""
_WITHOUT_LETTER = {
    "otherwise.correction_lapsed": Kind.CORRECTION_LAPSED,
    "otherwise.other.withdrawn": Kind.WITHDRAWN,
}
"""Ends that are an event of their own and no decision."""
_NOON = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""The entries are only tried here, so when they were recorded tells nothing."""
_BY_HAND = {
    "otherwise.fee_unpaid": "逾期不缴费要有收费通知的金额和日期，表中没有这些列，请在系统中逐件登记。"
}


@dataclass(slots=True)
class Line:
    """A line: its number in the table, the values as filed, the events in order; what is wrong, doubtful."""

    number: int
    values: dict[str, str]
    channel: Channel | None = None
    applicant: Applicant | None = None
    days: dict[str, dt.date] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    key: str = ""

    @property
    def good(self) -> bool:
        """Whether it can be brought in."""
        return not self.errors


@dataclass(frozen=True, slots=True)
class Reading:
    """By what the lines are held: today, the organ's working days, how it read the law on a day."""

    today: dt.date
    calendar: Calendar
    settings: Callable[[dt.date], Settings]


def understood(rows: Iterable[tuple[int, dict[str, str]]], reading: Reading) -> list[Line]:
    """Every line of the table (number, heading → text), understood and checked."""
    seen: Counter[str] = Counter()
    lines = []
    for number, cells in rows:
        line = Line(number, {HEADINGS[heading].name: text for heading, text in cells.items()})
        _read(line, reading)
        mark = "\n".join(line.values.get(name, "") for name in _KEY)
        seen[mark] += 1
        # The same table brought in again, or a longer one, adds only what is new.
        line.key = "backlog:" + sha256(f"{mark}\n{seen[mark]}".encode()).hexdigest()[:48]
        if seen[mark] > 1:
            line.doubts.append("表中前面有一行与这一行的申请人、日期和内容都相同，请核对是否重复。")
        lines.append(line)
    return lines


def _read(line: Line, reading: Reading) -> None:
    channel = _chosen(line, "channel", {words: str(key) for key, words in CHANNELS.items()})
    applicant = _chosen(line, "applicant", {words: str(key) for key, words in APPLICANTS.items()})
    line.channel = Channel(channel) if channel else None
    line.applicant = Applicant(applicant) if applicant else None
    for name in (*DAYS, *TERMS):
        if text := line.values.get(name):
            _day(line, name, text, dt.date.max if name in TERMS else reading.today)
    for name in ("filed_on", "request"):
        if name not in line.values:
            line.errors.append(f"没有填写{_heading(name)}。")
    for name, most in LONGEST.items():
        if len(line.values.get(name, "")) > most:
            line.errors.append(f"{_heading(name)}超过{most}个字，请缩短。")
    _document(line)
    if line.good:
        line.events = _events(line)
    if line.good:
        _hold(line, reading)


def _heading(name: str) -> str:
    return next(heading for heading, column in HEADINGS.items() if column.name == name)


def _chosen(line: Line, name: str, known: dict[str, str]) -> str:
    text = line.values.get(name, "")
    if text not in known:
        said = f"{_heading(name)}写的是“{text}”" if text else f"没有填写{_heading(name)}"
        line.errors.append(f"{said}，请写{one_of(known)}。")
    return known.get(text, "")


def _day(line: Line, name: str, text: str, last: dt.date) -> None:
    found = _DAY.fullmatch(text.strip())
    try:
        day = dt.date(*map(int, found.groups())) if found else None
    except ValueError:
        day = None
    if day is None:
        line.errors.append(f"{_heading(name)}写的是“{text}”，请写成2026-03-02这样的日期。")
    elif day > last:
        line.errors.append(f"{_heading(name)}{day_words(day)}还没有到，请核对。")
    else:
        line.days[name] = day


def _document(line: Line) -> None:
    kinds = {words: key for key, words in DOCUMENTS.items()}
    kind = line.values.get("document_kind", "")
    if kind and kind not in kinds:
        line.errors.append(f"证件种类写的是“{kind}”，请写{one_of(kinds)}。")
    person = line.applicant is Applicant.NATURAL_PERSON
    number = line.values.get("document_number", "")
    line.values["document_kind"] = kinds.get(
        kind, ("resident" if person else "credit_code") if number else ""
    )
    if words := doubt(line.values["document_kind"], number):
        line.doubts.append(words)


def _events(line: Line) -> list[Event]:
    """What happened after it came in, in the order of handling."""
    days = line.days
    found: list[Event] = []
    if line.channel in CONFIRMED and "received_on" in days:
        found.append(Event(Kind.RECEIVED, days["received_on"]))
    if "correction_on" in days:
        # What came counts as in time where the table does not tell the term.
        told, until = days["correction_on"], days.get("correction_until") or days.get("corrected_on")
        if until is None:
            line.errors.append("写了补正告知日期，没有写补正期限，也没有写补正收到日期，请补上。")
        found.append(Event(Kind.CORRECTION_NOTICE, told, notice_received_on=told, until=until))
    if "corrected_on" in days:
        found.append(Event(Kind.CORRECTED, days["corrected_on"]))
    if "extended_on" in days:
        by = line.values.get("approved_by", "")
        if not by:
            line.errors.append("填写了延长告知日期，没有写延长批准人，请补上。")
        start = days.get("received_on", days["filed_on"])
        most = periods_on(start).extension
        found.append(Event(Kind.EXTENDED, days["extended_on"], days=most, approved_by=by))
    return [*found, *_ending(line)]


def _ending(line: Line) -> list[Event]:
    words, days = line.values.get("result", ""), line.days
    if not words:
        if "decided_on" in days or "dispatched_on" in days:
            line.errors.append("填写了决定日期或者发出日期，没有写办理结果，请补上。")
        return []
    key = RESULTS.get(words, "")
    if not key:
        line.errors.append(f"办理结果写的是“{words}”，请照样表中“办理结果写法”工作表填写。")
        return []
    if key in _BY_HAND:
        line.errors.append(_BY_HAND[key])
    if "decided_on" not in days:
        line.errors.append("写了办理结果，没有写决定日期，请补上。")
    if line.channel in CONFIRMED and "received_on" not in days:
        line.errors.append("写了办理结果，没有写收到日期：这一渠道的收到之日为双方确认之日，请补上。")
    if line.errors:
        return []
    if key in _WITHOUT_LETTER:
        return [Event(_WITHOUT_LETTER[key], days["decided_on"])]
    found = [Event(Kind.DECIDED, days["decided_on"], decision=key)]
    if "dispatched_on" in days:
        found.append(Event(Kind.DISPATCHED, days["dispatched_on"]))
    else:
        line.doubts.append("没有写发出日期：发出以前，年度报告不计入办理结果。")
    return found


def opened(line: Line) -> Event:
    """The event with which the application came in. Only for a good line."""
    return Event(Kind.SUBMITTED, line.days["filed_on"], channel=line.channel)


def _hold(line: Line, reading: Reading) -> None:
    """The refusals of fold and clock, as they would come on entering."""
    events = [opened(line), *line.events]
    entries = [
        ApplicationEntry("", "", number, event.on, _NOON, "", event, line.applicant if number == 1 else None)
        for number, event in enumerate(events, 1)
    ]
    case = fold(entries, reading.today)
    # The first alone: those after it mostly follow from it.
    line.errors.extend(f"{refusal.sentence}（{refusal.article}）" for refusal in case.refusals[:1])
    if line.good:
        try:
            clock(case.events, reading.today, reading.calendar, reading.settings(line.days["filed_on"]))
        except NotAllowed as error:
            line.errors.append(f"{error.sentence}（{error.article}）")
