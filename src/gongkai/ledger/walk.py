"""一件案件的走法: the entries of one case taken one by one, each leading to a stage or to a sentence.

What a case has become never changes afterwards: the day of receipt and the result row, once there, stay, so
the state on an earlier day is that of the earlier entries.

The day of a result is the day the reply leaves (posted, sent or handed over), or the day of the signed note
where there is no letter: nothing corrected or paid in time, a withdrawal. A later remand by reconsideration
or judgment leaves receipt and result alone (A12). What is withdrawn before it was confirmed counts as
received and closed that day (A19).

Source: 政府信息公开条例 arts. 30, 31, 33, 36, 37; law.md §2.4, §7.3, A12, A13, A19.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from gongkai.ledger import outcomes
from gongkai.ledger.applications import ApplicationEntry
from gongkai.ledger.entries import Refusal
from gongkai.ledger.transitions import NEXT, TRANSITIONS, Stage, out_of_order
from gongkai.statute.events import Channel, Event, Kind
from gongkai.values.dates import day_words
from gongkai.values.errors import NotAllowed

AT_HAND = frozenset((Channel.IN_PERSON, Channel.ORAL, Channel.REGISTERED_MAIL))
"""Channels by which what arrives is received that day (art. 31 (一)(二)); others wait for both sides."""


class Walk:
    """One case while its entries are taken; mutable, and not seen outside the fold."""

    __slots__ = (
        "answered", "applicant", "asked", "correction", "decisions", "events", "received", "refusals",
        "result", "row", "split_from", "stage", "together_with",
    )  # fmt: skip

    def __init__(self) -> None:
        """Nothing is on file yet."""
        self.stage = Stage.NONE
        self.applicant: str | None = None
        self.received: ApplicationEntry | None = None
        self.result: ApplicationEntry | None = None
        self.row: str | None = None
        self.correction: Event | None = None
        self.asked: set[str | None] = set()
        self.answered: set[str | None] = set()
        self.decisions: list[str] = []
        self.events: list[Event] = []
        self.refusals: list[Refusal] = []
        self.split_from: str | None = None
        self.together_with: str | None = None

    def take(self, entry: ApplicationEntry) -> None:
        """Let one entry count, or keep the sentence why it does not."""
        event = entry.event
        kind = event.kind
        to = _NEXT[self.stage].get(kind)
        try:
            if to is None:
                raise _no(entry, out_of_order(kind, self.stage))
            effect = _EFFECTS.get(kind)
            self.stage = to if effect is None else effect(self, entry, to)
        except NotAllowed as fault:
            sentence = f"案件{entry.subject}第{entry.position}条（{day_words(entry.on)}）{fault.sentence}"
            self.refusals.append(Refusal(entry.ref, entry.on, sentence, fault.article))
            return
        self.events.append(event)

    def open(self, entry: ApplicationEntry) -> None:
        """Keep what the opening entries say about the case."""
        self.applicant = entry.applicant or self.applicant
        self.split_from = entry.split_from or self.split_from
        self.together_with = entry.together_with or self.together_with

    def settle(self, entry: ApplicationEntry, row: str) -> None:
        """Give the case its result; the first one stays."""
        if self.row is None:
            self.row = row
            self.result = entry


Effect = Callable[[Walk, ApplicationEntry, Stage], Stage]
"""What an entry does beside leading to a stage: gives the stage, or raises :class:`NotAllowed`."""


def _no(entry: ApplicationEntry, sentence: str) -> NotAllowed:
    return NotAllowed(sentence, TRANSITIONS[entry.event.kind].article)


def _submitted(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    if entry.event.channel in AT_HAND:
        return _received(walk, entry, Stage.PROCESSING)
    walk.open(entry)
    return Stage.SUBMITTED if entry.event.channel is None else to


def _received(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    walk.open(entry)
    if walk.applicant is None:
        raise _no(
            entry,
            "没有计入：没有写明申请人类别，无法归入统计表的列。"
            "请作废这一条，重新登记，并写明申请人是自然人还是哪一类组织。",
        )
    walk.received = walk.received or entry
    return to


def _correction_notice(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    if walk.correction is not None:
        raise _no(
            entry,
            f"是第二次补正通知，没有计入：{day_words(walk.correction.on)}已经通知过一次，补正只能一次性告知。"
            "补正后仍不明确的，请作出处理决定；第一次通知如属误登，请先作废。",
        )
    walk.correction = entry.event
    return to


def _correction_lapsed(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    until = walk.correction.until if walk.correction else None
    if until is not None and entry.on <= until:
        raise _no(
            entry,
            f"没有计入：补正期限到{day_words(until)}为止，当天补正仍为有效，期满前不能按逾期不补正处理。请在期满后登记。",
        )
    walk.settle(entry, outcomes.CORRECTION_LAPSED)
    return to


def _fee_lapsed(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    walk.settle(entry, outcomes.FEE_UNPAID)
    return to


def _resumed(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    return Stage.CONSULTING if walk.asked - walk.answered else Stage.PROCESSING


def _consultation_sent(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    if entry.event.id in walk.asked:
        raise _no(
            entry,
            f"没有计入：编号“{entry.event.id or ''}”的征求意见已经登记过。请给这一次征求意见另编一个号。",
        )
    walk.asked.add(entry.event.id)
    return to


def _consultation_received(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    if entry.event.id not in walk.asked:
        raise _no(
            entry,
            f"没有计入：没有编号为“{entry.event.id or ''}”的征求意见。请先登记发出的征求意见，或者核对编号。",
        )
    return to


def _consultation_returned(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    _consultation_received(walk, entry, to)
    walk.answered.add(entry.event.id)
    return _resumed(walk, entry, to) if walk.stage is Stage.CONSULTING else to


def _decided(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    decision = entry.event.decision or ""
    if outcomes.row_of(decision) is None:
        raise _no(entry, f"没有计入：没有“{decision}”这一种处理决定。请从处理决定种类中选择一种，重新登记。")
    if walk.stage is not Stage.DECIDED:
        walk.decisions.clear()
    walk.decisions.append(decision)
    return to


def _dispatched(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    walk.settle(entry, outcomes.row_of_several(walk.decisions))
    return to


def _withdrawn(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    if walk.received is None:
        _received(walk, entry, to)
    walk.settle(entry, outcomes.WITHDRAWN)
    return to


def _remanded(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    walk.answered |= walk.asked
    return to


def _joined(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    lead = entry.together_with
    if not lead or lead == entry.subject:
        raise _no(entry, "没有计入：没有写明与哪一件合并办理，或者写的是它自己。请写明牵头那一件的登记号。")
    if walk.together_with is not None:
        raise _no(
            entry,
            f"没有计入：它已经与{walk.together_with}合并办理。要改随另一件办理的，请先登记“分开办理”。",
        )
    walk.together_with = lead
    return to


def _parted(walk: Walk, entry: ApplicationEntry, to: Stage) -> Stage:
    if walk.together_with is None:
        raise _no(entry, "没有计入：它没有与其他申请合并办理。请核对登记号。")
    walk.together_with = None
    return to


EFFECTS: Mapping[Kind, Effect] = MappingProxyType(
    {
        Kind.SUBMITTED: _submitted,
        Kind.RECEIVED: _received,
        Kind.CORRECTION_NOTICE: _correction_notice,
        Kind.CORRECTED: _resumed,
        Kind.CORRECTION_LAPSED: _correction_lapsed,
        Kind.FEE_PAID: _resumed,
        Kind.FEE_LAPSED: _fee_lapsed,
        Kind.CONSULTATION_SENT: _consultation_sent,
        Kind.CONSULTATION_RECEIVED: _consultation_received,
        Kind.CONSULTATION_RETURNED: _consultation_returned,
        Kind.DECIDED: _decided,
        Kind.DISPATCHED: _dispatched,
        Kind.WITHDRAWN: _withdrawn,
        Kind.REMANDED: _remanded,
        Kind.JOINED: _joined,
        Kind.PARTED: _parted,
    }
)
"""Kinds that do more than lead from stage to stage."""

# A million entries pass here: the same two tables without the price of their read-only covers.
_EFFECTS = dict(EFFECTS)
_NEXT = {stage: dict(kinds) for stage, kinds in NEXT.items()}
