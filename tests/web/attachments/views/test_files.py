"""Uploads and downloads: safe headers, no guessing, nothing of another organ, each file told by itself."""

from __future__ import annotations

import re
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gongkai.web.attachments.actions.add import keep_made
from gongkai.web.attachments.models import Attachment
from tests.web.attachments.actions.test_add import SUBJECT, word
from tests.web.offices import Office


def without_token(response: Any) -> str:
    """The page without the mark of its form and the id asked for, which are others each time."""
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "", page)


@pytest.fixture
def one(office: Office) -> Attachment:
    actor = office.actor("office_head")
    return keep_made(
        actor,
        SUBJECT,
        "表 <script>.html",
        b"<script>alert(1)</script>",
        timezone.now(),
        kind="html",
        media_type="text/html",
    )


def test_a_download_is_never_run(office: Office, one: Attachment) -> None:
    response = office.client("handler").get(f"/office/attachments/{one.pk}/")
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert response.headers["Content-Security-Policy"].endswith("sandbox")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cache-Control"] == "no-store"


def test_what_one_may_not_read_is_not_there(office: Office, other_office: Office, one: Attachment) -> None:
    """Security check C12: the same answer for what belongs to others and what there is not."""
    address = f"/office/attachments/{one.pk}/"
    foreign = other_office.client("office_head").get(address)
    absent = other_office.client("office_head").get(f"/office/attachments/{uuid4()}/")
    assert foreign.status_code == absent.status_code == 404
    assert without_token(foreign) == without_token(absent)
    assert office.client("audit_administrator").get(address).status_code == 403


def test_several_files_each_told(office: Office) -> None:
    client = office.client("office_head")
    files = [SimpleUploadedFile("好.docx", word("甲")), SimpleUploadedFile("坏.exe", b"MZ" + b"\0" * 64)]
    page = client.post(
        "/office/attachments/", {"subject": SUBJECT, "file": files}, follow=True
    ).content.decode()
    assert "“好.docx”已上传" in page
    assert "“坏.exe”没有收下" in page
    assert Attachment.objects.for_organ(office.organ).count() == 1


def test_nothing_chosen(office: Office) -> None:
    client = office.client("office_head")
    page = client.post("/office/attachments/", {"subject": SUBJECT}, follow=True).content.decode()
    assert "没有选择文件" in page


@pytest.mark.parametrize("subject", ["", "organ/dongping-sfj", "nowhere/1"])
def test_into_a_place_that_is_not_ones_own(office: Office, other_office: Office, subject: str) -> None:
    data = {"subject": subject, "file": SimpleUploadedFile("好.docx", word("甲"))}
    assert office.client("office_head").post("/office/attachments/", data).status_code == 404
    assert not Attachment.objects.for_organ(office.organ).exists()


def test_erasing_asks_for_a_reason(office: Office, one: Attachment) -> None:
    client = office.client("office_head")
    address = f"/office/attachments/{one.pk}/erasure/"
    assert "请写明删除的理由" in client.post(address, {"reason": ""}, follow=True).content.decode()
    assert office.client("handler").post(address, {"reason": "x"}).status_code == 404
    assert "已删除" in client.post(address, {"reason": "重复"}, follow=True).content.decode()
    assert client.get(f"/office/attachments/{one.pk}/").status_code == 404


def test_the_page_of_the_organs_files(office: Office, one: Attachment) -> None:
    page = office.client("office_head").get("/office/files/").content.decode()
    assert "<script>" not in page.split("<main", 1)[1]
    assert "添加文件" in page
    assert "添加文件" not in office.client("handler").get("/office/files/").content.decode()


def test_a_file_changed_on_the_disk_is_not_sent(office: Office, one: Attachment) -> None:
    Attachment.objects.for_organ(office.organ).filter(pk=one.pk).update(sha256="0" * 64)
    response = office.client("handler").get(f"/office/attachments/{one.pk}/")
    assert response.status_code == 500
    assert "改动" in response.content.decode()
