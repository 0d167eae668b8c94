"""Notes: who may add which, who is told, and that an opinion is somebody's."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.applications.actions.note import Noted, note
from gongkai.web.audit.models import AuditLine
from gongkai.web.notices.models import Notice
from gongkai.web.organs.models import Adviser
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import FIRST_DAY, Office


def test_those_called_are_told_once(office: Office) -> None:
    one, _ = filed(office)
    called, chosen = office.person("office_head"), office.person("reviewer")
    text = f"@{called.name}请看这一件"
    made = note(office.actor("handler"), one, Noted("comment", text, DAY, to=(chosen, called)), at(DAY))
    assert set(made.to.all()) == {called, chosen}
    found = Notice.objects.for_organ(office.organ).filter(kind="application.mentioned")
    assert {row.person for row in found} == {called, chosen}
    assert all(row.link == f"/office/applications/{one.number}/" for row in found)
    assert "请看" not in str([vars(row) for row in found])
    line = AuditLine.objects.filter(act="applications.note").get()
    assert "请看" not in str(vars(line))


@pytest.mark.parametrize(
    ("role", "kind"),
    [("reviewer", "contact"), ("reviewer", "opinion"), ("publisher", "comment"), ("leader", "contact")],
)
def test_not_by_everybody(office: Office, role: str, kind: str) -> None:
    one, _ = filed(office)
    with pytest.raises(Forbidden):
        note(office.actor(role), one, Noted(kind, "内容", DAY), at(DAY))


def test_an_opinion_is_somebodys(office: Office) -> None:
    one, _ = filed(office)
    assert note(office.actor("government_lawyer"), one, Noted("opinion", "可以公开", DAY), at(DAY)).pk
    with pytest.raises(ValidationError):
        note(office.actor("handler"), one, Noted("opinion", "可以公开", DAY), at(DAY))
    adviser = Adviser.objects.create(
        organ=office.organ, kind="legal_adviser", name="顾问辰巳", since=FIRST_DAY
    )
    made = note(office.actor("handler"), one, Noted("opinion", "可以公开", DAY, adviser=adviser), at(DAY))
    assert made.adviser == adviser


def test_not_ahead_of_its_day(office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(ValidationError):
        note(office.actor("handler"), one, Noted("contact", "约定", DAY + dt.timedelta(1)), at(DAY))
