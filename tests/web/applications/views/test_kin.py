"""What belongs together on its page; the printed sheets open who asks by right and leave a line of audit."""

from __future__ import annotations

import re

from django.utils import timezone

from gongkai.statute.events import Channel
from gongkai.web.applications.codes import code_hash
from gongkai.web.applications.models import Application
from gongkai.web.audit.models import AuditLine
from tests.web.applications.lives import NAME, PHONE, filed
from tests.web.offices import Office


def test_the_page(office: Office) -> None:
    today = timezone.localdate()
    one, two = filed(office, on=today)[0], filed(office, on=today)[0]
    other = {"name": "申请人寅卯", "document_number": "11010519491231002X", "phone": "1"}
    third, _ = filed(office, on=today, values=other)
    page = office.client("handler").get(f"/office/applications/{two.number}/kin/").content.decode()
    assert "第<strong>2</strong>件" in page
    for words in (one.number, third.number, "证件号码相同", "事项相同"):
        assert words in page
    assert NAME not in page


def test_the_frequency_sheet(office: Office) -> None:
    one, _ = filed(office, on=timezone.localdate())
    answer = office.client("handler").post(f"/office/applications/{one.number}/frequency/")
    page = answer.content.decode()
    assert NAME in page
    assert one.number in page
    assert answer.headers["Cache-Control"] == "no-store"
    assert AuditLine.objects.filter(act="applications.look", subject=one.number).exists()
    assert office.client("reviewer").post(f"/office/applications/{one.number}/frequency/").status_code == 403


def test_the_sheet_to_read_back(office: Office) -> None:
    one, _ = filed(office, Channel.ORAL, timezone.localdate())
    client = office.client("handler")
    assert "打印宣读核对单" in client.get(f"/office/applications/{one.number}/").content.decode()
    page = client.post(f"/office/applications/{one.number}/sheet/").content.decode()
    for words in (NAME, PHONE, one.request, "宣读", "签名"):
        assert words in page


def test_a_new_code(office: Office) -> None:
    one, _ = filed(office, on=timezone.localdate())
    client = office.client("handler")
    assert client.get(f"/office/applications/{one.number}/code/").status_code == 200
    page = client.post(f"/office/applications/{one.number}/code/").content.decode()
    found = re.search(r'class="code">([0-9A-Z-]{19})<', page)
    assert found
    assert Application.objects.by_code(code_hash(found[1])) == one
