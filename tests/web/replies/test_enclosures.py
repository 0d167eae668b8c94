"""Files that go out with a letter are covered by the signatures, and closed once it is under review."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.attachments.places import may_read
from gongkai.web.replies.enclosures import enclosed, files_of, may_add, place_of
from gongkai.web.replies.reviewing import lacks
from tests.web.letters.bureau import PDF
from tests.web.offices import Office
from tests.web.replies.desk import applied, signed, written


def test_a_file_is_signed_with_the_letter(bureau: Office, other_office: Office) -> None:
    letter = written(bureau, applied(bureau))
    client, place = bureau.client("handler"), place_of(letter)
    key = str(letter.pk)
    assert may_add(bureau.actor("handler"), key)
    assert not may_add(bureau.actor("reviewer"), key)
    assert not may_add(other_office.actor("handler"), key)
    assert not may_add(bureau.actor("handler"), "nothing")
    data = {"subject": place, "file": SimpleUploadedFile("决算表.pdf", PDF)}
    assert client.post("/office/attachments/", data).status_code == 302
    assert [one.name for one in files_of(letter)] == ["决算表.pdf"]
    assert [one.name for one in enclosed(letter)] == ["决算表.pdf"]
    assert may_read(bureau.actor("reviewer"), place)
    signed(bureau, letter)
    assert lacks(letter) == ""
    assert not may_add(bureau.actor("handler"), key)
