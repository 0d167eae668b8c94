"""The page of a letter: its text, its versions with what differs, the acts that rights and standing open."""

from __future__ import annotations

import re

from gongkai.web.audit.models import AuditLine
from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.scan import bind_scan
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import Letter
from gongkai.web.letters.views.lists import address
from tests.web.letters.bureau import DAY, NOW, PDF, cases_known, drafted, facts
from tests.web.offices import Office


def shown(office: Office, letter: Letter, role: str = "office_head", query: str = "") -> str:
    response = office.client(role).get(address(letter) + query)
    assert response.status_code == 200
    return response.content.decode()


def acts(page: str) -> list[str]:
    """The acts that the page offers."""
    return re.findall(r'action="/office/letters/[0-9a-f-]+/(\w+)/"', page)


def test_the_text_as_printed(bureau: Office) -> None:
    page = shown(bureau, drafted(bureau))
    assert '<p class="organ-mark">临溪县司法局</p>' in page
    assert "临司公开答〔2026〕×号" in page
    assert "周试一：" in page
    assert "临溪县人民法院" in page
    assert "草稿" in page


def test_who_opens_it_leaves_a_line(bureau: Office) -> None:
    one = drafted(bureau)
    shown(bureau, one, "reviewer")
    line = AuditLine.objects.filter(act="letters.look").get()
    assert line.subject == str(one.pk)
    assert line.actor == str(bureau.person("reviewer").pk)
    bureau.client("reviewer").get(f"{address(one)}print/")
    assert AuditLine.objects.filter(act="letters.look").count() == 2


def test_versions_and_differences(bureau: Office) -> None:
    one = drafted(bureau)
    redraft(bureau.actor("handler"), one, facts("D13", applicant="周试二"), on=DAY, seen=1, now=NOW)
    page = shown(bureau, one)
    assert "<del>一</del><ins>二</ins>" in page
    assert "与第1版的不同" in page
    old = shown(bureau, one, query="?version=1")
    assert "不是现行版本" in old
    assert "周试一：" in old
    assert "与第" not in old
    client = bureau.client("handler")
    for query in ("?version=9", "?version=0"):
        assert client.get(address(one) + query).status_code == 404
    assert client.get(address(one) + "?version=x").status_code == 200


def test_acts_by_rights_and_standing(bureau: Office) -> None:
    head, clerk = bureau.actor("office_head"), bureau.actor("handler")
    one = drafted(bureau)
    assert acts(shown(bureau, one)) == ["number", "void"]
    assert acts(shown(bureau, one, "handler")) == ["number", "void"]
    assert "生成新的版本" in shown(bureau, one, "handler")
    assert "办理</h2>" not in shown(bureau, one, "reviewer")
    one = issue(head, one, on=DAY, seen=1, now=NOW)
    assert acts(shown(bureau, one)) == ["scan", "dispatch", "void"]
    assert acts(shown(bureau, one, "handler")) == ["scan", "dispatch", "void"]
    bind_scan(clerk, one, "盖章件.pdf", PDF, seen=2, now=NOW)
    page = shown(bureau, one)
    assert "与现行文字对应" in page
    assert "发出的是" in page
    redraft(clerk, one, facts("D13", request="另一份文件"), on=DAY, seen=2, now=NOW)
    assert "已经失效" in shown(bureau, one)
    dispatch(head, one, "paper", on=DAY, seen=3, now=NOW)
    page = shown(bureau, one)
    assert acts(page) == []
    assert "纸质（当面、邮寄）" in page


def test_a_voided_one_says_why(bureau: Office) -> None:
    one = drafted(bureau)
    void(bureau.actor("office_head"), one, "事项重复", seen=1, now=NOW)
    page = shown(bureau, one)
    assert "事项重复" in page
    assert acts(page) == []


def test_a_trial_is_never_dispatched(bureau: Office) -> None:
    one = issue(bureau.actor("office_head"), drafted(bureau, subject="trial/1"), on=DAY, seen=1, now=NOW)
    page = shown(bureau, one)
    assert acts(page) == ["scan", "void"]
    assert "试制的文书只供试用" in page


def test_what_one_may_not_read_is_not_there(bureau: Office, other_office: Office) -> None:
    one = drafted(bureau)
    for tail in ("", "print/"):
        assert other_office.client("handler").get(address(one) + tail).status_code == 404
        with cases_known(may_read=lambda actor, key: False):
            assert bureau.client("handler").get(address(one) + tail).status_code == 404
    assert not AuditLine.objects.filter(act="letters.look").exists()


def test_the_print_page_holds_the_letter_alone(bureau: Office) -> None:
    response = bureau.client("reviewer").get(f"{address(drafted(bureau))}print/")
    page = response.content.decode()
    assert "周试一：" in page
    assert "<form" not in page
    assert "<nav" not in page
