"""Files of a letter are read by who may read the letter, and added by no other way."""

from __future__ import annotations

from uuid import uuid4

from gongkai.web.attachments import places
from gongkai.web.letters.files import readable, subject_of
from gongkai.web.letters.standing import present
from tests.web.letters.bureau import cases_known, drafted
from tests.web.offices import Office


def test_who_reads_the_letter_reads_its_files(bureau: Office, other_office: Office) -> None:
    one = drafted(bureau)
    subject = subject_of(one)
    reader, stranger = bureau.actor("reviewer"), other_office.actor("handler")
    assert readable(reader, one.pk) == one
    assert readable(stranger, one.pk) is None
    assert readable(reader, uuid4()) is None
    assert places.may_read(reader, subject)
    assert not places.may_read(stranger, subject)
    assert not places.may_read(reader, "letter/nonsense")
    assert not places.may_add(bureau.actor("office_head"), subject)
    assert places.address_of(subject) == f"/office/letters/{one.pk}/"
    with cases_known(may_read=lambda actor, key: False):
        assert readable(reader, one.pk) is None
        assert not places.may_read(reader, subject)


def test_the_pdf_over_the_web(bureau: Office, other_office: Office) -> None:
    pdf = present(drafted(bureau)).pdf
    response = bureau.client("handler").get(f"/office/attachments/{pdf.pk}/")
    assert response.content.startswith(b"%PDF")
    assert other_office.client("handler").get(f"/office/attachments/{pdf.pk}/").status_code == 404
    head = bureau.client("office_head")
    assert head.post(f"/office/attachments/{pdf.pk}/erasure/", {"reason": "试"}).status_code == 404
