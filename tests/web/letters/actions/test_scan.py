"""A scan is bound to the text that the actor saw; what cannot be a scan of it is told."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.values.errors import FileError, NotAllowed
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.models import AuditLine
from gongkai.web.entries.row import Taken
from gongkai.web.letters.actions.draft import draft
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.scan import bind_scan, ready_for_seal
from gongkai.web.letters.models import Letter, SealedScan
from gongkai.web.letters.standing import bound_scan
from gongkai.web.rights.actor import Forbidden
from tests.web.letters.bureau import DAY, NOW, PDF, cases_known, drafted, facts
from tests.web.offices import Office


@pytest.fixture
def issued(bureau: Office) -> Letter:
    return issue(bureau.actor("office_head"), drafted(bureau), on=DAY, seen=1, now=NOW)


def test_bound_to_the_text(bureau: Office, issued: Letter) -> None:
    one = bind_scan(bureau.actor("handler"), issued, "盖章件.pdf", PDF, seen=2, now=NOW)
    assert one.digest == issued.digest
    assert one.file.subject == f"letter/{issued.pk}"
    assert one.file.name == "盖章件.pdf"
    assert bound_scan(issued) == one
    line = AuditLine.objects.filter(act="letters.bind_scan").get()
    assert line.data == {"version": 2, "text": issued.digest, "sha256": one.file.sha256}


def test_the_later_scan_counts(bureau: Office, issued: Letter) -> None:
    clerk = bureau.actor("handler")
    bind_scan(clerk, issued, "一.pdf", PDF, seen=2, now=NOW)
    two = bind_scan(clerk, issued, "二.pdf", PDF, seen=2, now=NOW + dt.timedelta(minutes=1))
    assert bound_scan(issued) == two


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [("甲.docx", PDF, "PDF、OFD或者图片"), ("甲.png", PDF, "扩展名"), ("甲.pdf", b"MZ" + b"\0" * 64, "程序")],
)
def test_what_cannot_be_a_scan(bureau: Office, issued: Letter, name: str, data: bytes, why: str) -> None:
    before = Attachment.objects.for_organ(bureau.organ).count()
    with pytest.raises(FileError, match=why):
        bind_scan(bureau.actor("handler"), issued, name, data, seen=2, now=NOW)
    assert Attachment.objects.for_organ(bureau.organ).count() == before


def test_who_and_when(bureau: Office, issued: Letter) -> None:
    clerk = bureau.actor("handler")
    with pytest.raises(Forbidden):
        bind_scan(bureau.actor("reviewer"), issued, "甲.pdf", PDF, seen=2, now=NOW)
    with cases_known(may_draft=lambda actor, key: False), pytest.raises(Forbidden):
        bind_scan(clerk, issued, "甲.pdf", PDF, seen=2, now=NOW)
    with pytest.raises(Taken):
        bind_scan(clerk, issued, "甲.pdf", PDF, seen=1, now=NOW)
    with pytest.raises(NotAllowed, match="还没有编号"):
        bind_scan(clerk, drafted(bureau), "甲.pdf", PDF, seen=1, now=NOW)
    form = draft(clerk, "invented/1", "F01", facts("F01"), on=DAY, now=NOW)
    with pytest.raises(NotAllowed, match="不用印"):
        ready_for_seal(form)
    assert not SealedScan.objects.for_organ(bureau.organ).exists()
