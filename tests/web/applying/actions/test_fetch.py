"""Fetching: the first time is the evidence of receipt (A24); what is another's is not there."""

from __future__ import annotations

from uuid import uuid4

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import rows_of
from gongkai.web.applying.actions.fetch import fetch, received
from gongkai.web.applying.letters import mail_of
from gongkai.web.audit.models import AuditLine
from gongkai.web.letters.standing import outgoing, present
from gongkai.web.replies.entering import case_of
from gongkai.web.replies.models import Delivery
from tests.web.applying.mailed import sent_online
from tests.web.letters.bureau import PDF
from tests.web.offices import Office
from tests.web.replies.desk import NOON, applied


def test_the_first_fetch_is_the_receipt(office: Office) -> None:
    one = case_of(sent_online(office))
    (mail,) = mail_of(one)
    assert not received(mail)
    found = fetch(one, mail.files[0].pk, NOON)
    assert found
    assert found[1] == PDF
    assert received(mail)
    kinds = [row.kind for row in rows_of(one)]
    assert kinds[-1] == str(Kind.DELIVERED)
    assert fetch(one, mail.files[0].pk, NOON)
    assert [row.kind for row in rows_of(one)] == kinds
    row = Delivery.objects.for_organ(office.organ).get()
    assert (row.what, row.channel, row.by) == ("received", "internet", "citizen")
    assert AuditLine.objects.filter(chain=office.organ.code, act="applying.fetch").count() == 2


def test_what_is_another_s_is_not_there(office: Office) -> None:
    letter = sent_online(office)
    other = applied(office)
    file = outgoing(letter)
    assert file
    assert fetch(other, file.pk, NOON) is None
    assert fetch(other, uuid4(), NOON) is None
    assert fetch(other, present(letter).docx.pk, NOON) is None
    assert not Delivery.objects.for_organ(office.organ).exists()
