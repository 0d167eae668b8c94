"""The page of the set-up walk."""

from __future__ import annotations

from tests.web.offices import Office


def test_where_to_go_on(office: Office) -> None:
    text = office.client("system_administrator").get("/office/set-up/").content.decode()
    assert "下一步：核对机关基本情况" in text
    assert (
        "下一步：授予角色" in office.client("security_administrator").get("/office/set-up/").content.decode()
    )
    assert office.client("handler").get("/office/set-up/").status_code == 403
    assert "您能办理的都已完成" in office.client("leader").get("/office/set-up/").content.decode()
