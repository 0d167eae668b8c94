"""Asking others: third parties, joint makers, other organs; what they answer; telling a third party. arts.
32–34.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms

from gongkai.statute.case_words import ASKED
from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.facts import fact
from gongkai.values.dates import day_words
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.applications.on_file import events_of
from gongkai.web.rights.actor import Actor

A32, A34 = "《条例》第三十二条", "《条例》第三十二条、第三十四条"
OPINIONS = (
    "third_party_consents", "third_party_objects_reasonably", "third_party_objects_unreasonably",
)  # fmt: skip


class ConsultForm(EntryForm):
    """A letter asks for an opinion; who is asked is kept sealed."""

    KIND = Kind.CONSULTATION_SENT
    DAY = "发出征求意见书的日期"
    REASON = "需要征求意见的原因"
    ARTICLES: ClassVar[dict[str, str]] = {"to": A34}

    to = forms.ChoiceField(label="征求谁的意见", choices=[(str(k), v) for k, v in ASKED.items()])
    name = forms.CharField(
        label="被征求方的姓名或者名称", max_length=100, help_text="加密保存，不显示在办理过程和列表中。"
    )
    address = forms.CharField(
        label="联系方式", required=False, max_length=200, help_text="通信地址或者电话，加密保存。"
    )
    about = forms.CharField(
        label="征求意见的内容", max_length=1000, widget=forms.Textarea({"rows": 3}),
        help_text="写明涉及被征求方的信息内容。",
    )  # fmt: skip
    received = forms.DateField(
        label="对方收到征求意见书的日期", required=False, help_text="尚未送达的，以后登记“被征求方收到”。"
    )

    @property
    def key(self) -> str:
        """The id of this consultation: the next number of the case."""
        return next_key(self.state)

    def carried(self, actor: Actor) -> dict[str, Any]:
        """Whom, under which number, and the receipt where it is known."""
        return {
            "id": self.key,
            "to": Asked(self.cleaned_data["to"]),
            "notice_received_on": self.cleaned_data.get("received"),
        }

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """To some other organ."""
        return Event(cls.KIND, on, id=next_key(state), to=Asked.OTHER_ORGAN)


def next_key(state: CaseState) -> str:
    """The next free number of a consultation, those taken back included."""
    used = {row.data["id"] for row in state.rows if row.kind == Kind.CONSULTATION_SENT and "id" in row.data}
    return str(next(n for n in range(1, len(used) + 2) if str(n) not in used))


def open_ones(state: CaseState, without_receipt: bool = False) -> Iterator[tuple[str, str]]:
    """The consultations without an answer (or those not yet received), by id and words."""
    returned = {event.id for event in events_of(state, Kind.CONSULTATION_RETURNED)}
    arrived = {event.id for event in events_of(state, Kind.CONSULTATION_RECEIVED)}
    for event in events_of(state, Kind.CONSULTATION_SENT):
        known = event.id in arrived or event.notice_received_on is not None
        if event.id and event.to and event.id not in returned and not (without_receipt and known):
            yield event.id, f"编号{event.id}：{ASKED[event.to]}，{day_words(event.on)}发出"


class _AnswerForm(EntryForm):
    """An entry about one consultation."""

    WITHOUT_RECEIPT: ClassVar[bool] = False

    which = forms.ChoiceField(label="哪一次征求意见")

    def told(self, state: CaseState) -> None:
        """The consultations that may be answered."""
        self.fields["which"].choices = list(open_ones(state, self.WITHOUT_RECEIPT))  # type: ignore[attr-defined]

    def carried(self, actor: Actor) -> dict[str, Any]:
        """Which one."""
        return {"id": self.cleaned_data["which"]}

    @classmethod
    def probe(cls, state: CaseState, on: dt.date) -> Event:
        """The first that fits; one that there is not where none fits."""
        return Event(cls.KIND, on, id=next((key for key, _ in open_ones(state, cls.WITHOUT_RECEIPT)), None))


class ConsultationReceivedForm(_AnswerForm):
    """The one who is asked has the letter: the period for the answer runs from here."""

    KIND = Kind.CONSULTATION_RECEIVED
    DAY = "对方收到征求意见书的日期"
    WITHOUT_RECEIPT = True
    ARTICLES: ClassVar[dict[str, str]] = {"on": A34}


class ConsultationReturnedForm(_AnswerForm):
    """The opinion has come."""

    KIND = Kind.CONSULTATION_RETURNED
    DAY = "收到意见的日期"
    REASON = "意见的内容"
    ARTICLES: ClassVar[dict[str, str]] = {"opinion": A32}

    opinion = forms.ChoiceField(
        label="第三方的意见",
        required=False,
        choices=[("", "不是第三方，或者没有明确意见"), *((key, fact(key).name) for key in OPINIONS)],
        help_text="征求第三方意见的，请选择；不同意公开的，由承办人判断理由是否合理。",
    )

    def carried(self, actor: Actor) -> dict[str, Any]:
        """Which one, and the fact that the opinion makes."""
        opinion = self.cleaned_data.get("opinion")
        return super().carried(actor) | {"facts": (opinion,) if opinion else ()}

    def clean(self) -> dict[str, Any]:
        """A third party consents or objects; for others there is no such fact."""
        found = super().clean() or {}
        sent = {event.id: event.to for event in events_of(self.state, Kind.CONSULTATION_SENT)}
        to = sent.get(found.get("which"))
        if to is not None and to is not Asked.THIRD_PARTY and found.get("opinion"):
            self.add_error("opinion", f"这一次征求的是{ASKED[to]}的意见，请选第一项。")
        return found


class ThirdPartyNotifiedForm(EntryForm):
    """A third party is told, before, that what it objected to will be disclosed."""

    KIND = Kind.THIRD_PARTY_NOTIFIED
    DAY = "书面告知第三方的日期"
    REASON = "决定公开的内容和理由"
    ARTICLES: ClassVar[dict[str, str]] = {"words": A32}
