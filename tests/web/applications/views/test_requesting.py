"""Asking for approval by its page, and the approver's answer."""

from __future__ import annotations

from gongkai.web.applications.models import ApprovalRequest
from tests.web.applications.acting import now_of, posted, recent
from tests.web.offices import Office


def test_asked_opened_and_granted(office: Office) -> None:
    one, head = recent(office), office.client("office_head")
    address = f"/office/applications/{one.number}/"
    assert "提请延长答复期限" in office.client("handler").get(f"{address}requests/extended/").content.decode()
    done = posted(office.client("handler"), one, "requests", "extended", days="5", words="需要核对三年档案")
    assert done.status_code == 302
    request = ApprovalRequest.objects.for_organ(office.organ).get()
    assert "需要核对三年档案" in head.get(address).content.decode()
    page = head.get(f"{address}approvals/extended/?request={request.pk}").content.decode()
    assert "需要核对三年档案" in page
    assert 'value="5"' in page
    assert posted(head, one, "approvals", "extended", days="5", words="同意").status_code == 302
    assert "已批准" in head.get(address).content.decode()


def test_turned_down(office: Office) -> None:
    one, head = recent(office), office.client("office_head")
    posted(office.client("handler"), one, "requests", "extended", days="5")
    request = ApprovalRequest.objects.for_organ(office.organ).get()
    address = f"/office/applications/{one.number}/requests/{request.pk}/refusal/"
    assert head.post(address, {"reason": ""}).status_code == 302
    assert head.post(address, {"reason": "可以按期答复"}).status_code == 302
    assert head.post(address, {"reason": "可以按期答复"}).status_code == 409
    assert "可以按期答复" in head.get(f"/office/applications/{one.number}/").content.decode()
    other = recent(office)
    assert head.post(f"/office/applications/{other.number}/requests/{request.pk}/refusal/").status_code == 404


def test_what_is_wrong_comes_back(office: Office) -> None:
    one, client = recent(office), office.client("handler")
    assert posted(client, one, "requests", "extended", days="0", words="写了一半").status_code == 422
    assert posted(client, one, "requests", "corrected").status_code == 404
    seen = now_of(one).position
    posted(client, one, "events", "reasons-requested")
    answer = posted(client, one, "requests", "extended", seen=seen, days="5", words="写了一半的理由")
    assert answer.status_code == 409
    assert "写了一半的理由" in answer.content.decode()
    assert posted(client, one, "requests", "extended", days="5").status_code == 302
    again = posted(client, one, "requests", "extended", days="5")
    assert again.status_code == 422
    assert "已经提请过" in again.content.decode()
