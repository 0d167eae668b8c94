"""Lines become applications with their life, once, and whatever breaks off can be done again."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai.ledger.transitions import Stage
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Application
from gongkai.web.audit.models import AuditLine
from gongkai.web.backlog.actions import bring_in as module
from gongkai.web.backlog.actions.bring_in import bring_in
from gongkai.web.backlog.lines import Line, understood
from gongkai.web.rights.actor import Forbidden
from tests.web.backlog.table import FULL, OPEN, READING
from tests.web.offices import Office

EXTENDED = FULL | {"姓名或者名称": "示例丙", "延长告知日期": "2026-03-16", "延长批准人": "示例负责人"}


def lines(*cells: dict[str, str]) -> list[Line]:
    return understood(list(enumerate(cells, 2)), READING)


def brought(office: Office, *cells: dict[str, str], role: str = "handler") -> list[tuple[str, bool]]:
    found = bring_in(office.actor(role), office.organ, lines(*cells), timezone.now())
    return [(one.words, one.good) for one in found]


def cases(office: Office) -> list[Application]:
    return list(Application.objects.for_organ(office.organ).order_by("number"))


def test_a_table_becomes_applications(office: Office) -> None:
    assert brought(office, FULL, OPEN) == [("已补录。", True)] * 2
    first, second = cases(office)
    assert first.opened("name") == "示例甲"
    state = state_of(first, timezone.localdate())
    assert state.case.row == "disclosed"
    assert state.case.received_on == dt.date(2026, 3, 3)
    assert state_of(second, timezone.localdate()).stage is Stage.PROCESSING
    assert AuditLine.objects.filter(act="backlog.bring_in").count() == 1


def test_the_same_table_again_changes_nothing_and_a_grown_one_adds(office: Office) -> None:
    unfinished = FULL | {"办理结果": "", "决定日期": "", "发出日期": ""}
    brought(office, unfinished)
    assert brought(office, unfinished) == [("以前已经补录，没有变化。", True)]
    assert brought(office, FULL, OPEN) == [("以前已经补录，新登记2项。", True), ("已补录。", True)]
    assert len(cases(office)) == 2
    assert state_of(cases(office)[0], timezone.localdate()).case.row == "disclosed"


def test_where_the_system_knows_otherwise_nothing_changes(office: Office) -> None:
    brought(office, FULL)
    words, good = brought(office, FULL | {"办理结果": "经检索，信息不存在"})[0]
    assert not good
    assert "没有改动" in words
    assert state_of(cases(office)[0], timezone.localdate()).case.row == "disclosed"


def test_a_line_is_whole_or_not_there(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """What breaks off in the middle of a line leaves nothing of it, and the lines before stand."""
    enter, calls = module.enter, []

    def third_fails(*given: object) -> object:
        calls.append(given)
        if len(calls) == 5:
            raise RuntimeError("power cut")
        return enter(*given)  # type: ignore[arg-type]

    other = FULL | {"姓名或者名称": "示例乙"}
    monkeypatch.setattr(module, "enter", third_fails)
    with pytest.raises(RuntimeError):
        brought(office, FULL, other)
    assert [one.opened("name") for one in cases(office)] == ["示例甲"]
    monkeypatch.undo()
    assert brought(office, FULL, other) == [("以前已经补录，没有变化。", True), ("已补录。", True)]


def test_what_asks_for_approval_asks_for_it_here_too(office: Office) -> None:
    words, good = brought(office, EXTENDED)[0]
    assert not good
    assert "审批权限" in words
    assert cases(office) == []
    assert brought(office, EXTENDED, role="office_head") == [("已补录。", True)]


def test_lines_with_errors_are_left_out(office: Office) -> None:
    assert brought(office, FULL | {"提交渠道": "电话"}) == []


def test_who_may_not_register_brings_in_nothing(office: Office) -> None:
    with pytest.raises(Forbidden):
        brought(office, FULL, role="mailbox_handler")
    assert cases(office) == []
