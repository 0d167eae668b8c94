"""The page of one's notices, and the number in the frame."""

from __future__ import annotations

import pytest

from tests.web.notices.messages import told
from tests.web.offices import Office

pytestmark = pytest.mark.django_db
PAGE = "/office/notices/"


def test_list_number_and_reading(office: Office) -> None:
    client = office.client("handler")
    assert "还没有通知" in client.get(PAGE).content.decode()
    for key in ("a", "b"):
        told(office, [office.person("handler")], key=key, number=f"{key}号", link=f"/office/?{key}")
    page = client.get("/office/").content.decode()
    assert '<span class="unread">2<' in page
    page = client.get(PAGE).content.decode()
    assert "期限将至：a号" in page
    assert "有2条未读" in page
    one = page.split('name="notice" value="')[2].split('"')[0]
    answer = client.post(f"{PAGE}reading/", {"notice": one})
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGE)
    assert "有1条未读" in client.get(f"{PAGE}?unread=1").content.decode()
    client.post(f"{PAGE}reading/", {"notice": "all"})
    assert "没有未读" in client.get(PAGE).content.decode()
    assert 'class="unread"' not in client.get("/office/").content.decode()


def test_a_strangers_notice_stays_unread(office: Office, other_office: Office) -> None:
    told(office, [office.person("handler")], number="密号")
    page = office.client("handler").get(PAGE).content.decode()
    one = page.split('name="notice" value="')[2].split('"')[0] if page.count('value="') > 2 else ""
    for stranger in (office.client("reviewer"), other_office.client("handler")):
        assert "密号" not in stranger.get(PAGE).content.decode()
        assert stranger.post(f"{PAGE}reading/", {"notice": one}).status_code == 302
        assert stranger.post(f"{PAGE}reading/", {"notice": "../x"}).status_code == 302
    assert "有1条未读" in office.client("handler").get(PAGE).content.decode()


def test_a_title_is_text_and_nothing_else(office: Office) -> None:
    told(office, [office.person("handler")], number="<script>alert(1)</script>")
    assert "<script>alert" not in office.client("handler").get(PAGE).content.decode()


def test_only_who_may_set_up_sees_the_way_there(office: Office) -> None:
    assert "/templates/" not in office.client("handler").get(PAGE).content.decode()
    assert "/templates/" in office.client("office_head").get(PAGE).content.decode()
