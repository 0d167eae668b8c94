"""A row takes the place of another from its day on; the history stays."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.organs.actions.dated import begin, end
from gongkai.web.organs.models import RemedyBody
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office

ONE, TWO, THREE = dt.date(2024, 1, 1), dt.date(2025, 1, 1), dt.date(2026, 1, 1)


def court(office: Office, name: str, since: dt.date) -> RemedyBody:
    row = RemedyBody(organ=office.organ, kind="court", name=name, since=since)
    return begin(office.actor("office_head"), row, timezone.now(), instead_of={"kind": "court"})


def names(office: Office, day: dt.date) -> list[str]:
    return [row.name for row in RemedyBody.objects.for_organ(office.organ).on(day)]


def test_one_takes_the_place_of_another(office: Office) -> None:
    court(office, "甲法院", ONE)
    court(office, "乙法院", TWO)
    assert names(office, TWO - dt.timedelta(1)) == ["甲法院"]
    assert names(office, TWO) == ["乙法院"]
    assert AuditLine.objects.filter(act="organs.remedybody.begin").count() == 2


def test_a_row_that_begins_later_is_taken_back(office: Office) -> None:
    court(office, "甲法院", ONE)
    court(office, "丙法院", THREE)
    court(office, "乙法院", TWO)
    assert names(office, THREE) == ["乙法院"]
    assert names(office, ONE) == ["甲法院"]


def test_another_kind_stays(office: Office) -> None:
    court(office, "甲法院", ONE)
    other = RemedyBody(organ=office.organ, kind="reconsideration", name="临溪县人民政府", since=ONE)
    begin(office.actor("office_head"), other, timezone.now(), instead_of={"kind": "reconsideration"})
    assert len(names(office, TWO)) == 2


def test_an_end_is_not_before_the_beginning(office: Office) -> None:
    row = court(office, "甲法院", TWO)
    end(office.actor("office_head"), row, ONE, timezone.now())
    assert names(office, TWO) == []


def test_a_wrong_row_changes_nothing(office: Office) -> None:
    court(office, "甲法院", ONE)
    with pytest.raises(ValidationError):
        court(office, "", TWO)
    assert names(office, TWO) == ["甲法院"]


def test_who_may_not(office: Office, other_office: Office) -> None:
    row = RemedyBody(organ=office.organ, kind="court", name="甲", since=ONE)
    for actor in (office.actor("handler"), other_office.actor("office_head")):
        with pytest.raises(Forbidden):
            begin(actor, row, timezone.now())
        with pytest.raises(Forbidden):
            end(actor, row, TWO, timezone.now())
