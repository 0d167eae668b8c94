"""The guide before filing."""

from __future__ import annotations

from typing import Any

from tests.web.applying.citizens import nobody
from tests.web.letters.bureau import equip
from tests.web.offices import Office


def test_from_the_list_to_the_form(office: Office, other_office: Office) -> None:
    equip(office)
    body = nobody().get("/apply/").content.decode()
    assert office.organ.name in body
    assert other_office.organ.name in body
    body = nobody().get("/apply/", {"q": office.organ.name}).content.decode()
    assert f'/apply/{other_office.organ.code}/"' not in body
    assert "没有名称含“甲乙丙”的机关" in nobody().get("/apply/?q=甲乙丙").content.decode()
    body = nobody().get(f"/apply/{office.organ.code}/").content.decode()
    assert f"/apply/{office.organ.code}/person/" in body
    assert "临溪县安和路1号" in body


def test_what_is_not_there(office: Office) -> None:
    assert nobody().get("/apply/nowhere/").status_code == 404


def test_privacy_names_its_articles(db: None) -> None:
    body = nobody().get("/apply/privacy/").content.decode()
    assert all(article in body for article in ("第十七条", "第三十五条", "第十三条"))


def test_privacy_says_how_long_files_are_held(db: None, settings: Any) -> None:
    settings.HELD_HOURS = 3
    assert "附件加密暂存3小时" in nobody().get("/apply/privacy/").content.decode()
    settings.HELD_BYTES = 0
    assert "暂存" not in nobody().get("/apply/privacy/").content.decode()
