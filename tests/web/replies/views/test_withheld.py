"""The register as a page: listed, looked at, of one's own organ alone."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.replies.models import Reassessment, Withheld
from tests.web.offices import Office
from tests.web.replies.desk import applied, replied


def test_a_look(bureau: Office, other_office: Office) -> None:
    one = applied(bureau)
    replied(bureau, one)
    client = bureau.client("handler")
    page = client.get("/office/withheld/").content.decode()
    assert one.number in page
    assert "还没有评估" in page
    row = Withheld.objects.for_organ(bureau.organ).get()
    address = f"/office/withheld/{row.pk}/"
    assert client.get(address).status_code == 200
    data = {"outcome": "keep", "on": timezone.localdate().isoformat(), "reason": ""}
    assert client.post(f"{address}reassessments/", data).status_code == 422
    data["on"] = "2099-01-01"
    response = client.post(f"{address}reassessments/", data | {"reason": "甲"})
    assert "还没有到" in response.content.decode()
    data["on"] = timezone.localdate().isoformat()
    assert client.post(f"{address}reassessments/", data | {"reason": "仍在保密期限"}).status_code == 302
    assert Reassessment.objects.for_organ(bureau.organ).count() == 1
    assert "仍在保密期限" in bureau.client("reviewer").get(address).content.decode()
    assert one.number not in client.get("/office/withheld/?looks=due").content.decode()
    assert other_office.client("handler").get(address).status_code == 404
    assert bureau.client("reviewer").post(f"{address}reassessments/", data).status_code == 403
