"""The form and the receipt: the code stands on the page alone, nothing typed is lost, limits hold (C14, C15, C39, C41)."""

from __future__ import annotations

import datetime as dt
import logging
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gongkai.web.applications.models import Application
from gongkai.web.applying.holding import ENDED, lasts
from gongkai.web.applying.models import HeldFile
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.models import AuditLine
from gongkai.web.limits.table import limit
from tests.web.applying.citizens import EXE, PERSON, PNG, REQUEST, nobody, picture, typed
from tests.web.offices import Office

CODE = re.compile(r"(?:[2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}")


def test_a_form_with_a_fresh_key(office: Office) -> None:
    address = f"/apply/{office.organ.code}/person/"
    answers = [nobody().get(address) for _ in range(2)]
    keys = {re.search(r'name="key" value="([\w-]{32})"', one.content.decode())[1] for one in answers}  # type: ignore[index]
    assert len(keys) == 2
    assert not answers[0].cookies
    assert nobody().get(f"/apply/{office.organ.code}/robot/").status_code == 404


def test_filed_with_number_and_code(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    form = typed(files=SimpleUploadedFile("身份证明.png", PNG))
    with caplog.at_level(logging.DEBUG):
        answer = nobody().post(f"/apply/{office.organ.code}/person/", form)
    body = answer.content.decode()
    one = Application.objects.for_organ(office.organ).get()
    found = CODE.search(body)
    assert answer.status_code == 200
    assert found
    assert one.number in body
    assert "身份证明.png" in body
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    for private in (PERSON["name"], PERSON["phone"], PERSON["document_number"]):
        assert private not in body
    kept = caplog.text + "".join(str(line.data) + line.subject for line in AuditLine.objects.all())
    for secret in (found[0], found[0].replace("-", ""), PERSON["name"], PERSON["phone"]):
        assert secret not in kept
    again = nobody().post(
        f"/apply/{office.organ.code}/person/", form | {"files": SimpleUploadedFile("身份证明.png", PNG)}
    )
    assert "没有重复登记" in again.content.decode()
    assert found[0] in again.content.decode()
    assert Application.objects.for_organ(office.organ).count() == 1


def test_a_failed_check_asks_once(office: Office) -> None:
    address = f"/apply/{office.organ.code}/person/"
    form = typed(document_kind="resident", document_number="110101199003070000")
    answer = nobody().post(address, form)
    body = answer.content.decode()
    assert answer.status_code == 400
    assert "仍然提交" in body
    assert REQUEST in body
    assert not Application.objects.for_organ(office.organ).exists()
    assert nobody().post(address, form | {"anyway": "on"}).status_code == 200
    assert Application.objects.for_organ(office.organ).count() == 1


def test_nothing_asked_for_is_not_sent(office: Office) -> None:
    answer = nobody().post(f"/apply/{office.organ.code}/person/", typed(request="", anyway="on"))
    assert answer.status_code == 400
    assert 'name="anyway"' not in answer.content.decode()


def test_too_many_from_one_address(office: Office) -> None:
    address, most = f"/apply/{office.organ.code}/person/", limit("apply").count
    last = typed()
    for _ in range(most - 1):
        assert nobody().post(address, typed()).status_code == 200
    assert nobody().post(address, last).status_code == 200
    answer = nobody().post(address, typed())
    body = answer.content.decode()
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert REQUEST in body
    assert PERSON["phone"] in body
    assert nobody().post(address, last).status_code == 200  # sent again: not counted
    assert nobody(REMOTE_ADDR="192.0.2.7").post(address, typed()).status_code == 200
    assert Application.objects.for_organ(office.organ).count() == most + 1


def test_not_from_another_site(office: Office) -> None:
    answer = nobody().post(
        f"/apply/{office.organ.code}/person/", typed(), headers={"Origin": "https://other_office.invalid"}
    )
    assert answer.status_code == 403
    assert not Application.objects.for_organ(office.organ).exists()


def test_a_bad_file_is_told_on_the_receipt(office: Office) -> None:
    form = typed(files=SimpleUploadedFile("程序.exe", b"MZ\x90\x00" + b"\x00" * 200))
    body = nobody().post(f"/apply/{office.organ.code}/person/", form).content.decode()
    assert "“程序.exe”没有收下" in body
    assert CODE.search(body)


def picked(name: str = "身份证明.png", data: bytes = PNG) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def token_in(page: str) -> str:
    found = re.search(r'name="held" value="([\w-]{32})"', page)
    return found[1] if found else ""


QUESTION = {"document_number": ""}
"""A form that comes back once."""


def test_files_are_held_when_the_form_comes_back(office: Office) -> None:
    """Chosen once: named on the page, filed with the form, and read by the clerk."""
    address, form = f"/apply/{office.organ.code}/person/", typed(**QUESTION)
    answer = nobody().post(address, form | {"files": [picked(), picked("程序.exe", EXE)]})
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "身份证明.png" in page
    assert "“程序.exe”没有收下" in page
    assert not answer.cookies
    token = token_in(page)
    again = (
        nobody()
        .post(address, form | {"held": token, "files": picked("说明.png", picture(1))})
        .content.decode()
    )
    assert token_in(again) == token
    receipt = nobody().post(address, form | {"held": token, "anyway": "on"})
    body = receipt.content.decode()
    assert receipt.status_code == 200
    assert "身份证明.png" in body
    assert "说明.png" in body
    assert not HeldFile.objects.for_organ(office.organ).exists()
    one = Application.objects.for_organ(office.organ).get()
    clerk = office.client("handler")
    seen = clerk.get(f"/office/applications/{one.number}/").content.decode()
    assert "说明.png" in seen
    for file in Attachment.objects.for_organ(office.organ):
        assert clerk.get(f"/office/attachments/{file.pk}/").status_code == 200


def test_a_file_is_left_out_by_its_box(office: Office) -> None:
    address, form = f"/apply/{office.organ.code}/person/", typed(**QUESTION)
    page = (
        nobody().post(address, form | {"files": [picked(), picked("说明.png", picture(1))]}).content.decode()
    )
    boxes = re.findall(r'name="leave" value="([\w-]+)"', page)
    assert len(boxes) == 2
    body = (
        nobody()
        .post(address, form | {"held": token_in(page), "leave": boxes[:1], "anyway": "on"})
        .content.decode()
    )
    assert "身份证明.png" not in body
    assert "说明.png" in body


def test_a_form_without_files_has_no_token(office: Office) -> None:
    page = nobody().post(f"/apply/{office.organ.code}/person/", typed(**QUESTION)).content.decode()
    assert token_in(page) == ""
    assert "不附" not in page


@pytest.mark.parametrize("late", [False, True])
def test_files_that_are_held_no_more_are_asked_for_once(
    office: Office, monkeypatch: pytest.MonkeyPatch, late: bool
) -> None:
    """Both sides of the end. Nothing is filed without a word; then all goes on as it was asked, 仍然提交 too."""
    address, form = f"/apply/{office.organ.code}/person/", typed(**QUESTION)
    began = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: began)
    token = token_in(nobody().post(address, form | {"files": picked()}).content.decode())
    then = began + lasts() - (dt.timedelta(0) if late else dt.timedelta(microseconds=1))
    monkeypatch.setattr(timezone, "now", lambda: then)
    answer = nobody().post(address, form | {"held": token, "anyway": "on"})
    assert answer.status_code == (400 if late else 200)
    assert Application.objects.for_organ(office.organ).exists() is not late
    if late:
        page = answer.content.decode()
        assert ENDED in page
        assert "申请还没有提交" in page
        assert 'name="anyway" value="on"' in page
        assert token_in(page) == ""
        assert nobody().post(address, form | {"anyway": "on"}).status_code == 200


def test_a_token_of_somebody_else_shows_nothing_of_his(office: Office, other_office: Office) -> None:
    """The answer to a token of another organ's form is that to one that nobody was given."""
    theirs = nobody().post(
        f"/apply/{other_office.organ.code}/person/", typed(**QUESTION, files=picked("张三的证明.png"))
    )
    token = token_in(theirs.content.decode())
    assert token
    form = typed(**QUESTION)
    pages = {
        nobody().post(f"/apply/{office.organ.code}/person/", form | {"held": one}).content.decode()
        for one in (token, "A" * 32, "x", "\x00")
    }
    assert len(pages) == 1
    assert "张三" not in pages.pop()
    assert HeldFile.objects.for_organ(other_office.organ).count() == 1


def test_there_is_no_address_that_gives_a_held_file(office: Office) -> None:
    nobody().post(f"/apply/{office.organ.code}/person/", typed(**QUESTION, files=picked()))
    row = HeldFile.objects.for_organ(office.organ).get()
    for role in ("handler", "office_head"):
        assert office.client(role).get(f"/office/attachments/{row.pk}/").status_code == 404


def test_held_when_too_many_were_filed(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    from gongkai.web.applying.views import filing
    from gongkai.web.limits.trying import TooMany

    def full(*_: Any) -> None:
        raise TooMany("apply", 60)

    monkeypatch.setattr(filing, "count", full)
    answer = nobody().post(f"/apply/{office.organ.code}/person/", typed(files=picked()))
    assert answer.status_code == 429
    assert token_in(answer.content.decode())
