"""A store that is away is answered with 503 and a sentence, wherever it was needed, and nothing half done."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from gongkai.values.errors import Refused
from gongkai.web.applications.actions.file import citizen
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.attach import attach, files_of
from gongkai.web.applying.keys import new_key
from gongkai.web.attachments.actions.add import keep_made
from gongkai.web.attachments.answering import StoreAway
from gongkai.web.attachments.models import Attachment
from gongkai.web.attachments.store import Unreachable
from tests.web.applications.lives import DAY, at
from tests.web.applying.actions.test_submit import sent
from tests.web.applying.citizens import PNG
from tests.web.attachments.actions.test_add import SUBJECT, word
from tests.web.objects import Bucket
from tests.web.offices import Office


def test_any_view_may_need_the_store() -> None:
    middleware = StoreAway(lambda request: HttpResponse("通过"))
    request = RequestFactory().get("/office/")
    response = middleware.process_exception(request, Unreachable("file_unreachable", "现在没有应答。"))
    assert response is not None
    assert (response.status_code, response.headers["Retry-After"]) == (503, "60")
    assert "现在没有应答。" in response.content.decode()


def test_other_faults_are_not_swallowed() -> None:
    middleware = StoreAway(lambda request: HttpResponse("通过"))
    request = RequestFactory().get("/office/")
    assert middleware.process_exception(request, Refused("file_missing", "x")) is None
    assert middleware.process_exception(request, ConnectionError("x")) is None
    assert middleware(request).content.decode() == "通过"


def test_pages_while_the_store_is_away(office: Office, bucket: Bucket) -> None:
    head = office.actor("office_head")
    one = keep_made(head, SUBJECT, "甲.txt", b"x", timezone.now(), kind="txt", media_type="text/plain")
    client = office.client("office_head")
    address = f"/office/attachments/{one.pk}/"
    with bucket.server.away():
        response = client.get(address)
        assert response.status_code == 503
        assert "没有读出来" in response.content.decode()
        told = client.post(
            "/office/attachments/",
            {"subject": SUBJECT, "file": SimpleUploadedFile("乙.docx", word("乙"))},
            follow=True,
        )
    assert "文件没有保存" in told.content.decode()
    assert Attachment.objects.for_organ(office.organ).count() == 1
    assert client.get(address).content == b"x"


def test_an_application_is_filed_though_its_file_cannot_be_stored(office: Office, bucket: Bucket) -> None:
    one = sent(office, new_key()).application
    with bucket.server.away():
        left = attach(citizen(office.organ), one, [("a.png", PNG)], at(DAY))
    assert ["稍后补充提交" in words for words in left] == [True]
    assert Application.objects.for_organ(office.organ).filter(pk=one.pk).exists()
    assert attach(citizen(office.organ), one, [("a.png", PNG)], at(DAY)) == ()
    (taken,) = files_of(citizen(office.organ), one).values()
    assert list(bucket.contents()) == [bucket.key(taken.stored_as)]
