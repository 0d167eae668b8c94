"""Numbers of letters: the organ's pattern of a day, and the next serial of a series in a year.

Serials have no gaps (:func:`gongkai.web.entries.models.next_number`): they are taken in the transaction that
issues the letter. A change of the pattern goes on counting.

Source: GB/T 9704-2012, 7.2.5; 党政机关公文处理工作条例 (发文字号).
"""

from __future__ import annotations

import datetime as dt

from gongkai.letters.document import document
from gongkai.letters.numbers import PATTERN, SOURCE, Rule
from gongkai.values.errors import NotAllowed
from gongkai.web.entries.models import Serial
from gongkai.web.letters.models import Pattern
from gongkai.web.letters.providers import Provider
from gongkai.web.organs.models import Organ

BLANK = "×"
"""Stands in a draft where the serial will be, as in the samples of the norm."""
TRIAL = "试"
"""Stands before the word of the series of a trial."""


def rule_of(organ: Organ, day: dt.date) -> Rule:
    """How the organ writes its numbers on that day: its pattern, else the usual one with its 机关代字.

    Raises :class:`NotAllowed` where the organ has no 机关代字.
    """
    own = Pattern.objects.for_organ(organ).on(day).last()
    if own is not None:
        return Rule(own.prefix, own.pattern)
    if not organ.document_mark:
        raise NotAllowed(
            "本机关还没有设置机关代字，文书不能编号。请由工作机构负责人在“文书—发文字号格式”中填写。", SOURCE
        )
    return Rule(organ.document_mark, PATTERN)


def series_of(kind: str, provider: Provider) -> str:
    """The word of the number of a document; "" for one that has none. Trials have a word of their own."""
    word = document(kind).series
    return f"{TRIAL}{word}" if word and provider.trial else word


def counted_as(series: str) -> str:
    """The name of the series among all running numbers of an organ."""
    return f"letters/{series}"


def blank_number(rule: Rule, series: str, year: int) -> str:
    """The number of a draft: everything but the serial."""
    return rule.pattern.format(prefix=rule.prefix, series=series, year=year, serial=BLANK)


def upcoming(organ: Organ, series: str, year: int) -> int:
    """The serial that would be taken now; somebody else may take it first."""
    row = Serial.objects.for_organ(organ).filter(series=counted_as(series), year=year).first()
    return row.last + 1 if row else 1
