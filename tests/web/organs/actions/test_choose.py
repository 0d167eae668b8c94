"""A choice holds from a day to come on, with its reason; it never reaches back; each leaves a line of audit."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.audit.models import AuditLine
from gongkai.web.organs.actions.choose import choose
from gongkai.web.organs.models import Chosen
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
TOMORROW = dt.date(2026, 3, 3)


def chosen(office: Office, name: str = "correction.days", value: object = 15, **more: Any) -> Chosen:
    given = {"since": TOMORROW, "reason": "局务会决定", "now": NOW} | more
    return choose(office.actor("system_administrator"), office.organ, name, value, **given)


def test_it_is_kept_and_audited(office: Office) -> None:
    row = chosen(office)
    assert (row.name, row.value, row.since) == ("correction.days", 15, TOMORROW)
    assert AuditLine.objects.get(act="organs.choose").data == {"value": "15", "since": "2026-03-03"}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"name": "no.such"}, "没有“no.such”这项设置"),
        ({"value": 4}, "只能是5 到 30 的整数"),
        ({"value": 31}, "只能是5 到 30 的整数"),
        ({"name": "year_end.pending", "value": "x"}, "不能改变"),
        ({"since": dt.date(2026, 3, 2)}, "不能倒过来改变"),
        ({"reason": " "}, "请写明理由"),
    ],
)
def test_what_cannot_be_chosen(office: Office, more: dict[str, Any], words: str) -> None:
    with pytest.raises(NotAllowed, match=words):
        chosen(office, **more)


def test_both_ends_may_be_chosen(office: Office) -> None:
    assert [chosen(office, value=value).value for value in (5, 30)] == [5, 30]


def test_by_right_and_in_ones_own_organ(office: Office, other_office: Office) -> None:
    for actor in (office.actor("handler"), other_office.actor("system_administrator")):
        with pytest.raises(Forbidden):
            choose(actor, office.organ, "correction.days", 15, since=TOMORROW, reason="试", now=NOW)
