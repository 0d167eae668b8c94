"""Who is told: whoever handles the case, else whoever registers; nobody of another organ."""

from __future__ import annotations

from django.db import transaction

from gongkai.web.applications.models import Assignment
from gongkai.web.applying.telling import CORRECTED, FILED, tell_office, who_handles, who_registers
from gongkai.web.notices.models import Notice
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import FIRST_DAY, Office


def test_who_registers(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    handler, head = office.person("handler"), office.person("office_head")
    office.person("audit_administrator")
    other_office.person("handler")
    assert set(who_registers(one, DAY)) == set(who_handles(one, DAY)) == {handler, head}


def test_who_handles_once_it_is_assigned(office: Office) -> None:
    one, _ = filed(office)
    mine = office.person("handler", 2)
    Assignment.objects.create(
        organ=office.organ, application=one, duty="handler", person=mine, since=FIRST_DAY, given_by="test"
    )
    assert who_handles(one, DAY) == [mine]
    with transaction.atomic():
        assert tell_office(one, CORRECTED, at(DAY), "1") == 1
        assert tell_office(one, CORRECTED, at(DAY), "1") == 0
        assert tell_office(one, FILED, at(DAY), "filed") >= 2
    notice = Notice.objects.for_organ(office.organ).get(person=mine, kind=CORRECTED)
    assert one.number in notice.title
    assert notice.link == f"/office/applications/{one.number}/"
