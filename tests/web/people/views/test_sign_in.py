"""The sign-in page: a new session, back to where one wanted to go, never elsewhere; too many failures close the way."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.people.lockout import account_locked
from tests.web.offices import PASSWORD, Office
from tests.web.people.codes import bound, code_at

PAGE = "/office/sign-in/"


def signed_in(client: Client, login: str, password: str = PASSWORD, **more: str) -> int:
    return client.post(PAGE, {"login": login, "password": password} | more).status_code


@pytest.fixture
def client(office: Office) -> Client:
    office.person("handler")
    return Client(SERVER_NAME="localhost")


def test_in_and_out(client: Client, office: Office) -> None:
    login = office.person("handler").login
    assert client.get(PAGE).status_code == 200
    response = client.post(PAGE, {"login": f" {login.upper()} ", "password": PASSWORD})
    assert response.headers["Location"] == "/office/"
    assert client.get("/office/").status_code == 200
    response = client.post("/office/sign-out/")
    assert response.headers["Location"] == PAGE
    assert "cookies" in response.headers["Clear-Site-Data"]
    assert client.get("/office/").status_code == 302
    acts = AuditLine.objects.filter(actor=str(office.person("handler").pk)).values_list("act", flat=True)
    assert list(acts) == ["people.sign_in", "people.sign_out"]


def test_a_wrong_password(client: Client, office: Office) -> None:
    response = client.post(PAGE, {"login": office.person("handler").login, "password": "wrong"})
    assert response.status_code == 400
    assert "登录名或者口令不对" in response.content.decode()


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/office\\..\\evil", "javascript:alert(1)",
        "/%09/evil.example", "http:evil.example", "/", "https:///evil.example", "/office/\\evil",
    ],
)  # fmt: skip
def test_never_elsewhere(client: Client, office: Office, wanted: str) -> None:
    """Security check C28."""
    login = office.person("handler").login
    response = client.post(PAGE, {"login": login, "password": PASSWORD, "next": wanted})
    assert response.headers["Location"] == "/office/"


def test_back_to_a_page_of_the_office(client: Client, office: Office) -> None:
    login = office.person("handler").login
    response = client.post(PAGE, {"login": login, "password": PASSWORD, "next": "/office/?a=1"})
    assert response.headers["Location"] == "/office/?a=1"


def test_a_new_session_at_sign_in(client: Client, office: Office) -> None:
    """Security check C43: a session id planted before is not used afterwards."""
    client.get(PAGE)
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    assert signed_in(client, office.person("handler").login) == 302
    assert client.session.session_key != before


def test_five_failures_close_this_way_alone(client: Client, office: Office) -> None:
    """Security checks C41, C42: per account and address; nobody locks out somebody else."""
    login = office.person("handler").login
    codes = [signed_in(client, login, "wrong") for _ in range(6)]
    assert codes[-1] == 429
    assert codes[0] == 400
    assert signed_in(client, login) == 429
    elsewhere = Client(SERVER_NAME="localhost", REMOTE_ADDR="10.1.2.3")
    assert signed_in(elsewhere, login) == 302
    assert signed_in(client, office.person("reviewer").login) == 302


def test_a_form_from_elsewhere_is_refused(office: Office) -> None:
    """Security check C26."""
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    response = strict.post(PAGE, {"login": office.person("handler").login, "password": PASSWORD})
    assert response.status_code == 403
    assert "已经失效" in response.content.decode()


def redirects() -> list[str]:
    """Two hundred and more ways to say another place."""
    hosts = [
        "evil.example",
        "evil.example:80",
        "user@evil.example",
        "localhost@evil.example",
        "evil。example",
        "３.example",
        "[::1]",
    ]
    starts = [
        "http://", "https://", "//", "///", "////", "/\\", "\\\\", "\\/", "http:", "https:/", "http:///", "//\\", "/%09/", "/\t/", "\t//", "\n//",
        " //", "%2f%2f", "/%2f", "/office//", "/office/..//", "/office/%2e%2e//", "/office/\\", "/office/\t//", "/office/\r\n//", "javascript://",
        "data:text/html,", "//office/", "／／", "/office／../／／",
    ]  # fmt: skip
    return [start + host for start in starts for host in hosts]


def test_two_hundred_ways_to_say_another_place(client: Client, office: Office) -> None:
    """Security check C28: whatever is asked for, a browser stays below /office/ of this host."""
    from urllib.parse import urljoin, urlsplit

    person = office.person("handler")
    assert len(redirects()) >= 200
    for wanted in redirects():
        response = client.post(PAGE, {"login": person.login, "password": PASSWORD, "next": wanted})
        to = response.headers["Location"]
        cleaned = to.translate({ord(c): None for c in "\t\r\n"}).replace("\\", "/")
        parts = urlsplit(urljoin("http://localhost/office/sign-in/", cleaned))
        assert (parts.scheme, parts.netloc) == ("http", "localhost"), wanted
        assert parts.path.startswith("/office/"), wanted


CODE = "/office/sign-in/code/"


@pytest.fixture
def second(client: Client, office: Office) -> tuple[Any, list[str]]:
    return bound(office.person("handler"), timezone.now() - dt.timedelta(minutes=10))


def test_the_second_step(client: Client, office: Office, second: tuple[Any, list[str]]) -> None:
    login = office.person("handler").login
    response = client.post(PAGE, {"login": login, "password": PASSWORD, "next": "/office/own/"})
    assert response.headers["Location"] == CODE
    assert client.get("/office/own/").status_code == 302, "nobody is signed in between the two"
    waiting = client.session.session_key
    assert client.get(CODE).status_code == 200
    response = client.post(CODE, {"code": code_at(second[0], timezone.now())})
    assert response.headers["Location"] == "/office/own/"
    assert client.session.session_key != waiting
    assert client.get("/office/own/").status_code == 200


def test_a_code_is_good_once_over_two_browsers(
    client: Client, office: Office, second: tuple[Any, list[str]]
) -> None:
    login = office.person("handler").login
    code = code_at(second[0], timezone.now())
    other = Client(SERVER_NAME="localhost")
    for one in (client, other):
        signed_in(one, login)
    assert client.post(CODE, {"code": code}).status_code == 302
    assert other.post(CODE, {"code": code}).status_code == 400


def test_five_wrong_codes_and_a_new_password_round_does_not_help(
    client: Client, office: Office, second: tuple[Any, list[str]]
) -> None:
    """Security check C42. The lock counts per person: only who knows the password gets so far."""
    person = office.person("handler")
    told: list[Any] = []

    def listen(**more: Any) -> None:
        told.append(more["person"])

    account_locked.connect(listen, weak=False, dispatch_uid="test")
    signed_in(client, person.login)
    codes = [client.post(CODE, {"code": "000000"}).status_code for _ in range(5)]
    account_locked.disconnect(dispatch_uid="test")
    assert codes == [400] * 5
    assert told == [person]
    right = {"code": code_at(second[0], timezone.now())}
    response = client.post(CODE, right)
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 1700
    assert client.get(CODE).headers["Location"] == PAGE, "back to the beginning"
    elsewhere = Client(SERVER_NAME="localhost", REMOTE_ADDR="10.1.2.3")
    assert signed_in(elsewhere, person.login) == 302
    assert elsewhere.post(CODE, right).status_code == 429
    acts = list(AuditLine.objects.filter(subject=str(person.pk)).values_list("act", flat=True))
    assert acts.count("people.second_factor_failed") == 5
    assert acts.count("people.locked") == 1


def test_a_thousand_guesses_do_not_get_past(
    client: Client, office: Office, second: tuple[Any, list[str]]
) -> None:
    person = office.person("handler")
    answers = []
    for number in range(60):
        signed_in(client, person.login)
        answers.append(client.post(CODE, {"code": f"{number:06d}"}).status_code)
    assert answers.count(400) == 5
    assert set(answers[5:]) == {429}


def test_waiting_too_long(
    client: Client, office: Office, second: tuple[Any, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    signed_in(client, office.person("handler").login)
    assert client.get(CODE).status_code == 200
    later = timezone.now() + dt.timedelta(minutes=6)
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get(CODE).headers["Location"] == PAGE


def test_a_password_changed_meanwhile_ends_the_waiting(
    client: Client, office: Office, second: tuple[Any, list[str]]
) -> None:
    person = office.person("handler")
    signed_in(client, person.login)
    person.set_password("Another-One-2026")
    person.save()
    assert client.get(CODE).headers["Location"] == PAGE


def test_who_left_meanwhile(client: Client, office: Office, second: tuple[Any, list[str]]) -> None:
    person = office.person("handler")
    signed_in(client, person.login)
    person.left_on = person.joined_on
    person.save()
    assert client.post(CODE, {"code": second[1][0]}).headers["Location"] == PAGE


def test_nobody_waits(client: Client) -> None:
    assert client.get(CODE).headers["Location"] == PAGE
    assert client.post(CODE, {"code": "123456"}).headers["Location"] == PAGE


def test_a_planted_session_does_not_become_somebodys(
    client: Client, office: Office, second: tuple[Any, list[str]]
) -> None:
    """Security check C43: what stood in the session before is gone after each of the two steps."""
    client.get(PAGE)
    session = client.session
    session["planted"] = True
    session.save()
    signed_in(client, office.person("handler").login)
    assert "planted" not in client.session
    client.post(CODE, {"code": second[1][0]})
    assert "planted" not in client.session


@pytest.mark.parametrize("mode", ["elder", "contrast", "", "other"])
@pytest.mark.parametrize("steps", [1, 2])
def test_the_way_to_show_pages_is_kept(client: Client, office: Office, mode: str, steps: int) -> None:
    """Who signed in on the large page goes on reading large pages; an unknown way is the usual one."""
    shown = f'data-mode="{mode if mode in ("elder", "contrast") else ""}"'
    person = office.person("handler")
    if steps == 2:
        row, _ = bound(person, timezone.now() - dt.timedelta(minutes=10))
    assert shown in client.get(PAGE, {"mode": mode}).content.decode()
    answer = client.post(PAGE, {"login": person.login, "password": PASSWORD, "mode": mode})
    assert answer.status_code == 302
    if steps == 2:
        page = client.get(answer.headers["Location"]).content.decode()
        assert shown in page
        told = re.search(r'name="mode" value="(\w*)"', page)
        assert told
        wrong = client.post(CODE, {"code": "000000", "mode": told[1]})
        assert (wrong.status_code, shown in wrong.content.decode()) == (400, True)
        right = {"code": code_at(row, timezone.now()), "mode": told[1]}
        assert client.post(CODE, right).status_code == 302
    assert shown in client.get("/office/").content.decode()
    client.post("/office/display/", {"mode": "", "next": "/office/"})
    assert 'data-mode=""' in client.get("/office/").content.decode()
