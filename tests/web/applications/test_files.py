"""Files of an application: read by who reads the case, of one's own organ alone."""

from __future__ import annotations

from gongkai.web.applications.files import subject_of
from gongkai.web.attachments import places
from tests.web.applications.lives import filed
from tests.web.offices import Office


def test_read_and_added_in_the_own_organ(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    subject = subject_of(one)
    assert places.may_read(office.actor("handler"), subject)
    assert places.may_add(office.actor("handler"), subject)
    assert places.may_read(office.actor("reviewer"), subject)
    assert not places.may_add(office.actor("reviewer"), subject)
    assert not places.may_read(office.actor("publisher"), subject)
    assert not places.may_read(other_office.actor("handler"), subject)
    assert not places.may_add(other_office.actor("handler"), subject)
    assert places.address_of(subject) == f"/office/applications/{one.number}/"
