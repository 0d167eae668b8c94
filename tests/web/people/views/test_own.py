"""One's own account: what holds is shown, a new password asks for the present one."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.people.models import Person
from tests.web.offices import PASSWORD, Office
from tests.web.people.codes import bound

PAGE = "/office/own/password/"
NEW = "My-Own-Word-26"


def test_what_holds(office: Office) -> None:
    person = office.person("handler")
    bound(person, timezone.now())
    text = office.client("handler").get("/office/own/").content.decode()
    for words in (person.login, "恢复码还剩10个", "20分钟没有操作", "正在使用的这一次", "GB/T 22239-2019"):
        assert words in text


def test_a_new_password(office: Office) -> None:
    client = office.client("handler")
    response = client.post(PAGE, {"present": PASSWORD, "new": NEW, "again": NEW})
    assert response.headers["Location"] == "/office/own/"
    assert Person.objects.get(pk=office.person("handler").pk).check_password(NEW)
    assert client.get("/office/own/").status_code == 200


@pytest.mark.parametrize(
    ("present", "new", "again", "words"),
    [
        ("wrong", NEW, NEW, "现在的口令不对"),
        (PASSWORD, NEW, NEW + "x", "不一致"),
        (PASSWORD, "short", "short", "至少需要10个"),
        (PASSWORD, PASSWORD, PASSWORD, "现在的口令相同"),
        ("", NEW, NEW, "请填写这一项"),
    ],
)
def test_what_is_refused(office: Office, present: str, new: str, again: str, words: str) -> None:
    response = office.client("handler").post(PAGE, {"present": present, "new": new, "again": again})
    assert response.status_code == 400
    assert words in response.content.decode()
    assert Person.objects.get(pk=office.person("handler").pk).check_password(PASSWORD)
    assert new not in response.content.decode() or not new


def test_guessing_the_present_password_in_a_stolen_session_comes_to_an_end(office: Office) -> None:
    client = office.client("handler")
    form = {"present": "wrong", "new": NEW, "again": NEW}
    assert [client.post(PAGE, form).status_code for _ in range(6)] == [400] * 5 + [429]
    assert client.post(PAGE, form | {"present": PASSWORD}).status_code == 429


def test_one_sees_only_ones_own_sign_ins(office: Office) -> None:
    office.client("reviewer", HTTP_USER_AGENT="Firefox/1 Linux").get("/office/own/")
    client = office.client("handler")
    assert client.get("/office/own/sign-ins/").content.decode().count("<tr>") == 2


def test_no_line_holds_a_password(office: Office) -> None:
    office.client("handler").post(PAGE, {"present": PASSWORD, "new": NEW, "again": NEW})
    lines = str(list(AuditLine.objects.values()))
    assert NEW not in lines
    assert PASSWORD not in lines
