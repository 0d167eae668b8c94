"""The page of the pattern: a preview writes nothing, saving does, the norm is kept."""

from __future__ import annotations

from gongkai.letters.numbers import PATTERN
from gongkai.web.letters.models import Pattern
from tests.web.offices import Office

PLACE = "/office/letters/patterns/"


def test_preview_then_save(office: Office) -> None:
    client = office.client("office_head")
    assert 'value="临司"' in client.get(PLACE).content.decode()
    data = {"mark": "临司办", "pattern": PATTERN, "since": "2026-01-01"}
    page = client.post(PLACE, data | {"preview": "1"}).content.decode()
    assert "临司办公开答〔2026〕1号" in page
    assert not Pattern.objects.for_organ(office.organ).exists()
    page = client.post(PLACE, data, follow=True).content.decode()
    assert "已经保存" in page
    assert "机关代字“临司办”" in page


def test_what_the_norm_does_not_allow(office: Office) -> None:
    data = {"mark": "临司", "pattern": "{prefix}{series}第{serial}号", "since": "2026-01-01"}
    response = office.client("office_head").post(PLACE, data)
    assert response.status_code == 422
    assert "不能用" in response.content.decode()
    assert not Pattern.objects.for_organ(office.organ).exists()


def test_each_organ_its_own(office: Office, other_office: Office) -> None:
    data = {"mark": "临司办", "pattern": PATTERN, "since": "2026-01-01"}
    office.client("office_head").post(PLACE, data)
    assert "临司办" not in other_office.client("office_head").get(PLACE).content.decode()
