"""卷内目录: what lies in the file of a case, in the order in which it came, each with a number.

Source: 条例 art. 45; F04 (卷内文件清单).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from gongkai.web.applications.cases import CaseState
from gongkai.web.attachments.models import Attachment
from gongkai.web.letters.files import subject_of as letter_files
from gongkai.web.letters.models import Dispatch, Letter, LetterVoid
from gongkai.web.replies.enclosures import place_of
from gongkai.web.replies.facts import subject_of
from gongkai.web.replies.models import Delivery


@dataclass(frozen=True, slots=True)
class Item:
    """A thing in the file: its name, its number, who made it, its day; ``sha256`` of a stored file."""

    title: str
    number: str
    maker: str
    on: dt.date
    sha256: str = ""

    def kept(self, place: int) -> dict[str, Any]:
        """As the archive keeps it, with its place in the file from 1."""
        return {
            "place": place, "title": self.title, "number": self.number, "maker": self.maker,
            "on": self.on.isoformat(), "sha256": self.sha256,
        }  # fmt: skip


def contents(state: CaseState) -> list[dict[str, Any]]:
    """The numbered list of a case."""
    application = state.application
    first = Item("政府信息公开申请", application.number, "申请人", application.filed_on)
    others = [*_came(state), *_sent(state)]
    return [
        one.kept(place) for place, one in enumerate([first, *sorted(others, key=lambda item: item.on)], 1)
    ]


def _files(state: CaseState, subject: str, maker: str) -> list[Item]:
    rows = Attachment.objects.for_organ(state.application.organ_id).of(subject)
    return [Item(one.name, "", maker, timezone.localdate(one.added_at), one.sha256) for one in rows]


def _came(state: CaseState) -> list[Item]:
    """What came with the application and during the case."""
    return _files(state, subject_of(state.application), "申请人或者承办人")


def _sent(state: CaseState) -> list[Item]:
    """Every letter that went out with its files, and the evidence of its delivery."""
    organ = state.application.organ
    out = []
    for letter in sent_letters(state):
        out.append(Item(letter.title, letter.number, organ.name, letter.on, letter.digest))
        out += _files(state, place_of(letter), organ.name)
        out += [
            Item(
                f"{letter.number or letter.title}的送达凭证：{one.get_what_display()}",
                one.tracking,
                organ.name,
                one.on,
            )
            for one in Delivery.objects.for_organ(organ).filter(letter=letter)
        ]
    return out


def sent_letters(state: CaseState) -> list[Letter]:
    """The letters of the case that went out, in order."""
    organ = state.application.organ_id
    sent = Dispatch.objects.for_organ(organ).values("letter")
    rows = Letter.objects.for_organ(organ).filter(subject=subject_of(state.application), pk__in=sent)
    return list(rows.order_by("issued_at"))


def unsent_letters(state: CaseState) -> list[Letter]:
    """Numbered letters that neither went out nor were voided, papers of the office left out."""
    organ = state.application.organ_id
    void = LetterVoid.objects.for_organ(organ).values("letter")
    rows = Letter.objects.for_organ(organ).filter(subject=subject_of(state.application))
    gone = {one.pk for one in sent_letters(state)}
    return [one for one in rows.exclude(pk__in=void).exclude(number="") if one.pk not in gone]


def undelivered(state: CaseState) -> list[Letter]:
    """Letters whose delivery has to be proved and of which no arrival is on record."""
    arrived = Delivery.objects.for_organ(state.application.organ_id).filter(what__in=("received", "notice"))
    have = set(arrived.values_list("letter", flat=True))
    return [
        one
        for one in sent_letters(state)
        if one.document is not None and one.document.proof and one.pk not in have
    ]


def files_of_letters(state: CaseState) -> list[str]:
    """The subjects of every file of the case: its own, those of its letters and of their enclosures."""
    organ = state.application.organ_id
    rows = Letter.objects.for_organ(organ).filter(subject=subject_of(state.application))
    out = [subject_of(state.application)]
    for one in rows:
        out += [letter_files(one), place_of(one)]
    return out
