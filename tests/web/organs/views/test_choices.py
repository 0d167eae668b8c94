"""The page of settings: each with its default and how well it is founded; a choice shows, with its history."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai.statute.settings import points
from gongkai.web.organs.models import Chosen
from tests.web.offices import Office

PAGE = "/office/organ/choices/"


def test_every_point_is_told(office: Office) -> None:
    page = office.client("leader").get(PAGE).content.decode()
    for one in points():
        assert one.title in page
        assert f">{one.name}" not in page
    assert "凭记忆，未核对原文" in page
    assert "推断，条文没有写明" in page
    assert "改变<" not in page
    assert "没有改变过" in page


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("correction.days", "15", "15"),
        ("ext.reset", "true", "选定"),
        ("receipt.weekend", "strict", "两个日期都不顺延"),
    ],
)
def test_chosen_by_the_administrator(office: Office, name: str, value: str, words: str) -> None:
    client = office.client("system_administrator")
    assert "默认" in client.get(f"{PAGE}{name}/").content.decode()
    tomorrow = timezone.localdate() + dt.timedelta(1)
    data = {"value": value, "since": str(tomorrow), "reason": "局务会决定"}
    assert client.post(f"{PAGE}{name}/", data).headers["Location"] == PAGE
    assert Chosen.objects.for_organ(office.organ).get().since == tomorrow
    page = client.get(PAGE).content.decode()
    assert "（尚未开始）" in page
    assert words in page
    assert "局务会决定" in page


def test_refused_with_its_reason(office: Office) -> None:
    client = office.client("system_administrator")
    data = {"value": "15", "since": str(timezone.localdate()), "reason": "局务会决定"}
    answer = client.post(f"{PAGE}correction.days/", data)
    assert answer.status_code == 400
    assert "不能倒过来改变" in answer.content.decode()
    assert client.post(f"{PAGE}correction.days/", data | {"value": "31"}).status_code == 400
    assert client.get(f"{PAGE}no.such/").status_code == 404
    assert office.client("handler").get(f"{PAGE}correction.days/").status_code == 403
    assert not Chosen.objects.for_organ(office.organ).exists()
