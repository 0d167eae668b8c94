"""What went wrong is said with what to do."""

from __future__ import annotations

from django.test import RequestFactory

from gongkai.web.office.views.problems import forged


def test_an_old_form() -> None:
    response = forged(RequestFactory(SERVER_NAME="localhost").post("/office/x/"))
    assert response.status_code == 403
    assert "刷新" in response.content.decode()
