"""Editing texts: check, preview, keep, back to what was shipped."""

from __future__ import annotations

import pytest

from gongkai.web.notices.models import Pattern
from tests.web.offices import Office

pytestmark = pytest.mark.django_db
PAGE = "/office/notices/templates/"
ONE = f"{PAGE}review.waiting/"


@pytest.mark.parametrize("role", ["office_head", "system_administrator"])
def test_preview_keep_reset(office: Office, role: str) -> None:
    client = office.client(role)
    new = {"title": "请审{编号}", "text": "见{链接}"}
    shown = client.post(ONE, new | {"preview": "1"})
    assert shown.status_code == 200
    assert "请审示例〔2026〕3号" in shown.content.decode()
    assert not Pattern.objects.exists()
    assert client.post(ONE, new).headers["Location"] == PAGE
    assert "本机关修改过" in client.get(PAGE).content.decode()
    assert "恢复默认文字" in client.get(ONE).content.decode()
    assert client.post(f"{ONE}shipped/").headers["Location"] == ONE
    assert not Pattern.objects.exists()
    assert "恢复默认文字" not in client.get(ONE).content.decode()


def test_a_wrong_placeholder_is_named_beside_its_field(office: Office) -> None:
    answer = office.client("office_head").post(ONE, {"title": "{申请人}", "text": "{编号}"})
    assert answer.status_code == 400
    page = answer.content.decode()
    assert "“{申请人}”在这里不能用" in page
    assert 'aria-invalid="true"' in page
    assert not Pattern.objects.exists()


def test_the_page_names_the_placeholders(office: Office) -> None:
    page = office.client("office_head").get(ONE).content.decode()
    assert "<code>{编号}</code> 受理编号、文号等" in page
    assert "{期限}" not in page


def test_a_kind_that_there_is_not(office: Office) -> None:
    client = office.client("office_head")
    assert client.get(f"{PAGE}nothing/").status_code == 404
    assert client.post(f"{PAGE}nothing/shipped/").status_code == 404


def test_another_organs_text_is_not_seen(office: Office, other_office: Office) -> None:
    office.client("office_head").post(ONE, {"title": "本局自己的标题", "text": "见{链接}"})
    assert "本局自己的标题" not in other_office.client("office_head").get(PAGE).content.decode()
