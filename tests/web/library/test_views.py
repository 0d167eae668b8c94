"""Everybody reads and searches what is released; what was withdrawn is gone at once; searching has its limit."""

from __future__ import annotations

import pytest
from django.test import Client

from gongkai.web.limits.table import limit
from gongkai.web.replies.models import Answer
from tests.web.offices import Office
from tests.web.replies.desk import NOON, released


def test_read_and_search(office: Office, other_office: Office, browser: Client) -> None:
    assert "还没有选登的答复" in browser.get("/answers/").content.decode()
    one = released(office, "法律援助经费决算", "决算表见附页。")
    released(other_office, "林地面积台账")
    page = browser.get("/answers/").content.decode()
    assert "法律援助经费决算" in page
    assert "林地面积台账" in page
    page = browser.get("/answers/?q=援助 附页").content.decode()
    assert "共1条" in page
    assert "林地面积" not in page
    assert "林地面积" not in browser.get(f"/answers/?organ={office.organ.code}").content.decode()
    assert "没有找到" in browser.get("/answers/?q=没有的词").content.decode()
    page = browser.get(f"/answers/{one.pk}/").content.decode()
    assert "决算表见附页" in page
    assert one.source.application.number not in page


def test_what_is_withdrawn_is_gone(office: Office, browser: Client) -> None:
    one = released(office, "法律援助经费决算")
    Answer.objects.for_organ(office.organ).update(withdrawn_at=NOON)
    assert browser.get(f"/answers/{one.pk}/").status_code == 404
    for address in ("/answers/", "/answers/?q=法律"):
        assert "经费决算" not in browser.get(address).content.decode()


@pytest.mark.usefixtures("office")
def test_searching_has_its_limit(browser: Client) -> None:
    for _ in range(limit("search").count):
        assert browser.get("/answers/?q=甲").status_code == 200
    response = browser.get("/answers/?q=甲")
    assert response.status_code == 429
    assert response.headers["Retry-After"]
    assert browser.get("/answers/").status_code == 200


def test_linked_from_the_home_page(browser: Client) -> None:
    assert 'href="/answers/' in browser.get("/").content.decode()
