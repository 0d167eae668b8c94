"""Going out is recorded once, for what may go out, on a day that can be."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.audit.models import AuditLine
from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.scan import bind_scan
from gongkai.web.letters.models import Letter
from gongkai.web.rights.actor import Forbidden
from tests.web.letters.bureau import DAY, NOW, PDF, drafted
from tests.web.offices import Office


@pytest.fixture
def issued(bureau: Office) -> Letter:
    return issue(bureau.actor("office_head"), drafted(bureau), on=DAY, seen=1, now=NOW)


def test_a_file_goes_out_with_its_scan_alone(bureau: Office, issued: Letter) -> None:
    head = bureau.actor("office_head")
    with pytest.raises(NotAllowed, match="盖章扫描件"):
        dispatch(head, issued, "electronic", on=DAY, seen=2, now=NOW)
    bind_scan(head, issued, "甲.pdf", PDF, seen=2, now=NOW)
    one = dispatch(head, issued, "electronic", on=DAY, seen=2, now=NOW)
    assert one.digest == issued.digest
    line = AuditLine.objects.filter(act="letters.dispatch").get()
    assert line.data == {"way": "electronic", "on": "2026-03-25", "text": issued.digest}
    with pytest.raises(NotAllowed, match="已经发出"):
        dispatch(head, issued, "paper", on=DAY, seen=2, now=NOW)


def test_paper_needs_no_scan(bureau: Office, issued: Letter) -> None:
    assert dispatch(bureau.actor("office_head"), issued, "paper", on=DAY, seen=2, now=NOW).way == "paper"


@pytest.mark.parametrize(("days", "why"), [(1, "还没有到"), (-1, "早于成文日期")])
def test_days_that_cannot_be(bureau: Office, issued: Letter, days: int, why: str) -> None:
    with pytest.raises(NotAllowed, match=why):
        dispatch(
            bureau.actor("office_head"), issued, "paper", on=DAY + dt.timedelta(days=days), seen=2, now=NOW
        )


def test_what_may_not_go_out(bureau: Office, issued: Letter) -> None:
    head = bureau.actor("office_head")
    with pytest.raises(NotAllowed, match="还没有编号"):
        dispatch(head, drafted(bureau), "paper", on=DAY, seen=1, now=NOW)
    trial = issue(head, drafted(bureau, subject="trial/1"), on=DAY, seen=1, now=NOW)
    with pytest.raises(NotAllowed, match="试制"):
        dispatch(head, trial, "paper", on=DAY, seen=2, now=NOW)
    with pytest.raises(NotAllowed, match="发出方式"):
        dispatch(head, issued, "pigeon", on=DAY, seen=2, now=NOW)
    with pytest.raises(Forbidden):
        dispatch(bureau.actor("reviewer"), issued, "paper", on=DAY, seen=2, now=NOW)
