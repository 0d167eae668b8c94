"""Archive, erasure and drafts by their pages."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.models import Archive, CaseDraft, Erasure
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied


def test_archive_and_erasure(bureau: Office, other_office: Office) -> None:
    one = applied(bureau)
    letter, client = replied(bureau, one), bureau.client("handler")
    address = f"/office/applications/{one.number}/archive/"
    assert "没有登记送达" in client.get(address).content.decode()
    assert client.post(address, {"retention": "short"}).status_code == 422
    deliver(bureau.actor("handler"), letter, Told("received", "in_person", LATER, note="当面签收"), NOON)
    assert client.post(address, {"retention": "short"}).status_code == 302
    page = client.get(address).content.decode()
    assert f"案卷{timezone.localdate().year}-依申请公开-0001" in page
    assert letter.number in page
    assert other_office.client("handler").get(address).status_code == 404
    erasure = f"/office/applications/{one.number}/erasure/"
    head = bureau.client("office_head")
    assert "2036年12月31日" in head.get(erasure).content.decode()
    assert head.post(erasure, {"reason": "甲"}).status_code == 422
    assert client.get(erasure).status_code == 403
    Archive.objects.for_organ(bureau.organ).update(keep_until="2020-12-31")
    assert head.post(erasure, {"reason": "档案鉴定销毁批准"}).status_code == 302
    assert Erasure.objects.for_organ(bureau.organ).exists()


def test_drafts(bureau: Office) -> None:
    one, client = applied(bureau), bureau.client("handler")
    address = f"/office/applications/{one.number}/drafts/"
    assert client.post(address, {"purpose": "answer", "reason": "甲"}).status_code == 422
    assert "没有发现其他申请人" in client.get(address).content.decode()
    other = applied(bureau, values={"name": "申请人寅卯", "document_number": "", "phone": "13800009999"})
    page = client.get(address).content.decode()
    assert "相近信息的申请1件" in page
    assert other.number in page
    response = client.post(address, {"purpose": "proactive", "reason": "三件申请要求相同信息"})
    made = CaseDraft.objects.for_organ(bureau.organ).get()
    assert response.headers["Location"] == f"/office/drafts/{made.draft_id}/"
    assert client.get(response.headers["Location"]).status_code == 200
