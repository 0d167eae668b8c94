"""The form and the receipt: the code stands on the page alone, nothing typed is lost, limits hold (C14, C15, C39, C41)."""

from __future__ import annotations

import logging
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.applications.models import Application
from gongkai.web.audit.models import AuditLine
from gongkai.web.limits.table import limit
from tests.web.applying.citizens import PERSON, PNG, REQUEST, nobody, typed
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
        f"/apply/{office.organ.code}/person/", typed(), headers={"Origin": "https://elsewhere.invalid"}
    )
    assert answer.status_code == 403
    assert not Application.objects.for_organ(office.organ).exists()


def test_a_bad_file_is_told_on_the_receipt(office: Office) -> None:
    form = typed(files=SimpleUploadedFile("程序.exe", b"MZ\x90\x00" + b"\x00" * 200))
    body = nobody().post(f"/apply/{office.organ.code}/person/", form).content.decode()
    assert "“程序.exe”没有收下" in body
    assert CODE.search(body)
