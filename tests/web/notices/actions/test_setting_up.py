"""An organ's own texts and settings: by right, checked, with a line of audit that holds no text."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.audit.models import AuditLine
from gongkai.web.notices.actions.setting_up import edit_pattern, reset_pattern, set_delivery
from gongkai.web.notices.models import Delivery, Pattern
from gongkai.web.notices.patterns import delivery_of, texts_of
from gongkai.web.rights.actor import Forbidden
from tests.web.notices.messages import NOON
from tests.web.offices import Office

pytestmark = pytest.mark.django_db
KIND = "review.waiting"


def test_an_edited_text_holds_for_its_organ_alone(office: Office, other_office: Office) -> None:
    head = office.actor("office_head")
    edit_pattern(head, office.organ, KIND, "请审核{编号}", "请审核。\r\n{链接}", now=NOON)
    assert texts_of(office.organ, KIND)[1:] == ("请审核{编号}", "请审核。\n{链接}")
    assert texts_of(other_office.organ, KIND)[1] == "待审核：{编号}"
    line = AuditLine.objects.get(act="notices.edit_pattern")
    assert set(line.data) == {"sha256"}
    assert reset_pattern(head, office.organ, KIND, NOON)
    assert not reset_pattern(head, office.organ, KIND, NOON)
    assert texts_of(office.organ, KIND)[1] == "待审核：{编号}"
    assert AuditLine.objects.filter(act="notices.reset_pattern").count() == 1


@pytest.mark.parametrize("title", ["{申请人}", "", "a\nBcc: b@c.example"])
def test_a_text_that_cannot_be_sent_is_not_kept(office: Office, title: str) -> None:
    with pytest.raises(ValidationError):
        edit_pattern(office.actor("office_head"), office.organ, KIND, title, "正文", now=NOON)
    assert not Pattern.objects.exists()


@pytest.mark.parametrize("role", ["handler", "security_administrator", "audit_administrator", "leader"])
def test_others_may_not(office: Office, role: str) -> None:
    actor = office.actor(role)
    with pytest.raises(Forbidden):
        edit_pattern(actor, office.organ, KIND, "标题", "正文", now=NOON)
    with pytest.raises(Forbidden):
        reset_pattern(actor, office.organ, KIND, NOON)
    with pytest.raises(Forbidden):
        set_delivery(actor, office.organ, NOON, by_sms=True)


def test_nor_may_the_head_of_another_office(office: Office, other_office: Office) -> None:
    with pytest.raises(Forbidden):
        set_delivery(other_office.actor("office_head"), office.organ, NOON, by_sms=True)


def test_settings_change_and_the_secret_is_sealed(office: Office) -> None:
    actor = office.actor("system_administrator")
    values = {"webhook": "https://oa.example/hook", "quiet_since": dt.time(19)}
    changed = set_delivery(actor, office.organ, NOON, secret="0123456789abcdef", **values)
    assert sorted(changed) == ["quiet_since", "webhook", "webhook_secret"]
    row = Delivery.objects.get()
    assert row.opened("webhook_secret") == "0123456789abcdef"
    assert "0123456789abcdef" not in row.webhook_secret.stored
    assert "0123456789abcdef" not in str(AuditLine.objects.get(act="notices.set_delivery").data)
    assert set_delivery(actor, office.organ, NOON, **values) == []


def test_a_digest_at_night_and_a_webhook_without_secret_are_told(office: Office) -> None:
    actor = office.actor("system_administrator")
    for values in ({"digest_at": dt.time(21)}, {"webhook": "https://oa.example/"}):
        with pytest.raises(ValidationError):
            set_delivery(actor, office.organ, NOON, **values)
    assert delivery_of(office.organ).digest_at == dt.time(8, 30)
