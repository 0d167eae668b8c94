"""The organ's own files: all of the office read, its head adds."""

from __future__ import annotations

from gongkai.web.attachments.organ_files import subject_of
from gongkai.web.attachments.places import may_add, may_read
from tests.web.offices import Office


def test_who_reads_and_adds(office: Office, other_office: Office) -> None:
    subject = subject_of("linxi-sfj")
    assert may_read(office.actor("handler"), subject)
    assert not may_add(office.actor("handler"), subject)
    assert may_add(office.actor("office_head"), subject)
    assert not may_read(other_office.actor("office_head"), subject)
    assert not may_read(office.actor("audit_administrator"), subject)
