"""Security check C48: when a view breaks, or the database is gone, people see a page that says what to do and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLResolver, get_resolver

from tests.security.test_matrix import example, office_routes
from tests.web.offices import Office

ROOT = Path(__file__).resolve().parents[2]
CANARY = "kanarienvogel"
TOLD = (
    CANARY,
    "Traceback",
    "SELECT ",
    "site-packages",
    "/src/gongkai",
    "RuntimeError",
    "OperationalError",
    "DEBUG",
)
"""What an answer may never hold."""


class Breaks:
    """Middleware: whatever view an address leads to breaks with words that nobody may see."""

    def __init__(self, get_response: Any) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer: HttpResponse = self.get_response(request)
        return answer

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        raise RuntimeError(f"{CANARY}: SELECT * FROM people_person; /src/gongkai/web")


def public_routes(patterns: Any, before: str = "") -> list[str]:
    """Every address outside the office."""
    out: list[str] = []
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            out += public_routes(pattern.url_patterns, route)
        elif not route.startswith("office/"):
            out.append(route)
    return out


def wrong(client: Client, address: str, method: str) -> str:
    """What is wrong with the answer to an address that breaks; empty where nothing is."""
    answer = client.generic(method, address)
    body = b"".join(answer) if answer.streaming else answer.content
    text = body.decode("utf-8", "replace")
    if answer.status_code != 500:
        return f"{method} {address}: {answer.status_code}"
    if said := [word for word in TOLD if word in text]:
        return f"{method} {address}: says {said}"
    return "" if "系统出错" in text and "请稍后再试" in text else f"{method} {address}: {text[:80]}"


@pytest.fixture
def everything(office: Office) -> Client:
    """Somebody with every role, whose broken pages come back as a reader would see them."""
    client = office.with_every_role()
    client.raise_request_exception = False
    return client


def test_a_view_that_breaks_tells_nothing(everything: Client, settings: Any) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.Breaks"]
    patterns = get_resolver().url_patterns
    routes = [*dict(office_routes(patterns)), *public_routes(patterns)]
    assert len(routes) > 80
    found = [
        wrong(everything, "/" + example(route), method) for route in routes for method in ("GET", "POST")
    ]
    assert [one for one in found if one] == []


def test_control_djangos_own_page_would_tell(everything: Client, settings: Any) -> None:
    settings.MIDDLEWARE = [*settings.MIDDLEWARE, f"{__name__}.Breaks"]
    settings.DEBUG = True
    assert "says" in wrong(everything, "/office/", "GET")


def test_without_a_database_the_page_is_told_all_the_same(
    everything: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection

    def gone(*_: Any, **__: Any) -> Any:
        raise OperationalError(f"{CANARY}: connection refused")

    with monkeypatch.context() as without:
        without.setattr(connection, "cursor", gone)
        found = [wrong(everything, "/office/", method) for method in ("GET", "POST")]
    assert [one for one in found if one] == []


@pytest.mark.slow
def test_django_finds_nothing_to_mend_before_service(tmp_path: Path) -> None:
    """``check --deploy`` with the settings of a site in service; the control leaves HTTPS off."""
    line = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    serving = {"GONGKAI_DATA": str(tmp_path), "GONGKAI_HTTPS": "1", "GONGKAI_SECRET_KEY": "z9-Qk" * 13}
    for more, status in (({}, 0), ({"GONGKAI_HTTPS": "0"}, 1)):
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")} | serving | more
        done = subprocess.run(line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stderr
