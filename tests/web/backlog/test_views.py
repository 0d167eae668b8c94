"""The pages: sample, upload, what was understood, confirmation; nothing is entered before, no name is shown."""

from __future__ import annotations

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.applications.models import Application
from tests.web.backlog.table import FULL, OPEN, workbook
from tests.web.offices import Office

PAGE = "/office/applications/backlog/"


def uploaded(office: Office, data: bytes, role: str = "handler") -> tuple[int, str]:
    answer = office.client(role).post(PAGE, {"file": SimpleUploadedFile("台账.xlsx", data)})
    return answer.status_code, answer.content.decode()


def rows_in(page: str) -> str:
    found = re.search(r'name="rows" value="([^"]+)"', page)
    return found[1] if found else ""


def test_from_the_sample_to_the_cases(office: Office) -> None:
    sample = office.client("handler").get(PAGE + "sample/")
    assert sample["Content-Type"].startswith("application/vnd.openxmlformats")
    status, page = uploaded(office, workbook(FULL, OPEN, OPEN | {"提交渠道": "电话"}))
    assert status == 200
    assert "可以补录2行" in page
    assert "不能补录1行" in page
    assert "示例甲" not in page
    assert Application.objects.for_organ(office.organ).count() == 0
    done = office.client("handler").post(PAGE + "confirm/", {"rows": rows_in(page)}).content.decode()
    assert done.count("已补录。") == 2
    assert Application.objects.for_organ(office.organ).count() == 2
    again = office.client("handler").post(PAGE + "confirm/", {"rows": rows_in(page)}).content.decode()
    assert "以前已经补录" in again
    assert Application.objects.for_organ(office.organ).count() == 2


def test_no_table(office: Office) -> None:
    status, page = uploaded(office, "甲,乙\n1,2\n".encode())
    assert (status, "请下载样表" in page) == (422, True)
    answer = office.client("handler").post(PAGE)
    assert (answer.status_code, "请填写这一项" in answer.content.decode()) == (422, True)


def test_what_another_organ_was_shown_is_not_confirmed(office: Office, other_office: Office) -> None:
    _, page = uploaded(other_office, workbook(FULL))
    answer = office.client("handler").post(PAGE + "confirm/", {"rows": rows_in(page)})
    assert (answer.status_code, "页面已经过期" in answer.content.decode()) == (422, True)
    assert Application.objects.for_organ(office.organ).count() == 0


def test_the_approver_is_told_before(office: Office) -> None:
    more = {"延长告知日期": "2026-03-16", "延长批准人": "示例负责人"}
    assert "审批权限" in uploaded(office, workbook(FULL | more))[1]
    assert "可以补录1行" in uploaded(office, workbook(FULL | more), role="office_head")[1]
