"""The frame: only what this person's rights open, and the line 非涉密 on every page."""

from __future__ import annotations

import pytest

from gongkai.web.office.frame import ITEMS, leads_to
from gongkai.web.rights.roles import all_rights, roles
from tests.web.offices import Office


def test_every_entry_asks_for_a_right_that_there_is() -> None:
    assert {item.right for item in ITEMS} <= all_rights()


@pytest.mark.parametrize("role", roles())
def test_the_navigation_of_each_role(office: Office, role: str) -> None:
    page = office.client(role).get("/office/").content.decode()
    for item in ITEMS:
        assert (f'href="{item.address}"' in page.split("<nav", 1)[1]) is (
            item.right in roles()[role].rights
        ), item


def test_the_way_of_a_letter_lies_behind_the_applications() -> None:
    found = [one.words for one in ITEMS if leads_to(one, "/office/replies/7/")]
    assert found == ["依申请公开"]
    assert not [one for one in ITEMS if leads_to(one, "/office/no-such/")]


def test_the_line_on_every_page(office: Office) -> None:
    client = office.client("handler")
    for address in ("/office/", "/office/sign-in/"):
        assert "本系统为非涉密系统，严禁存储、处理国家秘密。" in client.get(address).content.decode()


def test_the_start_page_holds_itself_alone() -> None:
    home = ITEMS[0]
    assert leads_to(home, "/office/")
    assert not leads_to(home, "/office/own/")
    letters = next(one for one in ITEMS if one.address == "/office/letters/")
    assert leads_to(letters, "/office/letters/trial/")
