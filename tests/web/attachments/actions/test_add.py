"""Files at the door: looked at, stored, written down; what may not be stored leaves nothing behind."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from django.conf import settings
from django.utils import timezone

from gongkai.values.errors import FileError
from gongkai.web.attachments import store
from gongkai.web.attachments.actions.add import add, put
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.models import AuditLine
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office

SUBJECT = "organ/linxi-sfj"


def word(*paragraphs: str, author: str = "") -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.core_properties.author = author
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_clean_file(office: Office) -> None:
    data = word("关于印发工作方案的通知")
    one = add(office.actor("office_head"), SUBJECT, "方案（2026）.docx", data, timezone.now())
    assert (one.name, one.kind, one.size) == ("方案（2026）.docx", "docx", len(data))
    assert store.read(one.stored_as, one.sha256) == data
    line = AuditLine.objects.get(act="attachments.add")
    assert line.data == {"belongs_to": SUBJECT, "sha256": one.sha256}


def test_hidden_data_is_listed(office: Office) -> None:
    one = add(office.actor("office_head"), SUBJECT, "方案.docx", word("正文", author="张三"), timezone.now())
    assert any("作者" in notice for notice in one.notices)


def test_a_file_with_a_secrecy_mark_is_refused_before_it_is_stored(office: Office) -> None:
    """The design's part 7: an office file that bears a mark is refused before it is stored."""
    before = set(store.names())
    with pytest.raises(FileError, match="严禁存储"):
        add(
            office.actor("office_head"),
            SUBJECT,
            "报告.docx",
            word("机密★10年", "关于某事的报告"),
            timezone.now(),
        )
    assert set(store.names()) == before
    assert not Attachment.objects.for_organ(office.organ).exists()


def test_what_a_citizen_sends_is_not_judged(office: Office) -> None:
    data = word("机密★10年", "我想要这一份")
    assert put(
        office.actor("office_head"), SUBJECT, "申请.docx", data, timezone.now(), own=False
    ).size == len(data)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.exe", b"MZ" + b"\0" * 100), ("a.docx", b""), ("a.pdf", b"no pdf"), ("a.png", b"%PDF-1.4\n%%EOF")],
)
def test_what_cannot_be_taken_leaves_nothing(office: Office, name: str, data: bytes) -> None:
    before = set(store.names())
    with pytest.raises(FileError):
        add(office.actor("office_head"), SUBJECT, name, data, timezone.now())
    assert set(store.names()) == before


def test_a_bomb_is_not_unpacked(office: Office) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", b"\0" * (1 << 30))
    with pytest.raises(FileError):
        add(office.actor("office_head"), SUBJECT, "a.zip", out.getvalue(), timezone.now())


def test_an_engine_that_does_not_answer_lets_nothing_through(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Security check C35: fails closed."""
    monkeypatch.setattr(settings, "CLAMD", "unix:/nowhere/clamd.ctl")
    with pytest.raises(FileError):
        add(office.actor("office_head"), SUBJECT, "a.docx", word("甲"), timezone.now())


def test_who_may_not(office: Office, other_office: Office) -> None:
    for actor in (office.actor("handler"), other_office.actor("office_head")):
        with pytest.raises(Forbidden):
            add(actor, SUBJECT, "a.docx", word("甲"), timezone.now())


def test_a_row_that_cannot_be_written_leaves_no_bytes(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Security check C05: the act that fails half way."""
    before = set(store.names())

    def broken(*_: object, **__: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr("gongkai.web.attachments.actions.add.record", broken)
    with pytest.raises(OSError, match="disk"):
        add(office.actor("office_head"), SUBJECT, "a.docx", word("甲"), timezone.now())
    assert set(store.names()) == before
    assert not Attachment.objects.for_organ(office.organ).exists()
