"""An organ is set up and changed, each with its line of audit, by who may."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.organs.actions.found import change, found
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import FIRST_DAY, Office


def test_setting_up_leaves_a_line(office: Office) -> None:
    line = AuditLine.objects.get(chain="linxi-sfj", number=1)
    assert (line.act, line.subject, line.actor) == ("organs.found", str(office.organ.pk), "system")


def test_a_wrong_value_sets_nothing_up(db: None) -> None:
    with pytest.raises(ValidationError):
        found(timezone.now(), FIRST_DAY, code="Bad Code", name="甲", kind="justice", level="county")
    assert not Organ.objects.exists()
    assert not AuditLine.objects.exists()


def test_a_change_names_what_differs(office: Office) -> None:
    actor = office.actor("office_head")
    assert change(actor, office.organ, timezone.now(), short_name="临溪司法", name=office.organ.name) == [
        "short_name"
    ]
    line = AuditLine.objects.filter(act="organs.change").get()
    assert line.data == {"fields": ["short_name"]}
    assert change(actor, office.organ, timezone.now(), short_name="临溪司法") == []
    assert AuditLine.objects.filter(act="organs.change").count() == 1


def test_who_may_not(office: Office, other_office: Office) -> None:
    with pytest.raises(Forbidden):
        change(office.actor("handler"), office.organ, timezone.now(), name="乙")
    with pytest.raises(Forbidden, match="不属于本机关"):
        change(other_office.actor("office_head"), office.organ, timezone.now(), name="乙")
