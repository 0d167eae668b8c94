"""A pattern takes the place of the one before from its day on, and only one that the norm allows."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.letters.numbers import PATTERN
from gongkai.values.errors import NotAllowed
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.pattern import set_pattern
from gongkai.web.letters.models import Pattern
from gongkai.web.rights.actor import Forbidden
from tests.web.letters.bureau import DAY, NOW, drafted
from tests.web.offices import Office

OWN = "{prefix}依申请{series}〔{year}〕{serial}号"


def test_from_its_day_on(bureau: Office) -> None:
    head = bureau.actor("office_head")
    set_pattern(head, " 临司 ", PATTERN, DAY - dt.timedelta(days=9), NOW)
    wrong = set_pattern(head, "临错", PATTERN, DAY, NOW)
    set_pattern(head, "临司办", OWN, DAY, NOW)
    rows = Pattern.objects.for_organ(bureau.organ)
    assert [one.prefix for one in rows.on(DAY)] == ["临司办"]
    assert [one.prefix for one in rows.on(DAY - dt.timedelta(days=1))] == ["临司"]
    wrong.refresh_from_db()
    assert wrong.until == wrong.since, "taken back before it held a day"


def test_counting_goes_on(bureau: Office) -> None:
    head = bureau.actor("office_head")
    issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    set_pattern(head, "临司", OWN, DAY, NOW)
    two = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    assert two.number == "临司依申请答〔2026〕2号"


def test_what_the_norm_does_not_allow(bureau: Office) -> None:
    head = bureau.actor("office_head")
    for prefix, pattern in (("", OWN), ("临司", "{prefix}{series}{year}{serial}"), ("临司", "固定")):
        with pytest.raises(NotAllowed):
            set_pattern(head, prefix, pattern, DAY, NOW)
    with pytest.raises(Forbidden):
        set_pattern(bureau.actor("handler"), "临司", OWN, DAY, NOW)
    assert not Pattern.objects.for_organ(bureau.organ).exists()
