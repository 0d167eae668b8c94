"""The settings page: kept when sound, told beside the field when not, the secret never shown."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.web.notices.models import Delivery, Outgoing
from tests.web.notices.messages import NOON
from tests.web.offices import Office

pytestmark = pytest.mark.django_db
PAGE = "/office/notices/delivery/"
SOUND: dict[str, Any] = {
    "quiet_since": "19:30", "quiet_until": "08:30", "quiet_rest_days": "on", "digest_at": "09:00", "by_mail": "on",
    "webhook": "https://oa.example/hook", "secret": "0123456789abcdef",
}  # fmt: skip


def test_it_is_kept_and_the_secret_not_shown(office: Office) -> None:
    client = office.client("system_administrator")
    assert client.get(PAGE).status_code in {200}
    assert client.post(PAGE, SOUND).headers["Location"] == PAGE
    row = Delivery.objects.get()
    assert (str(row.quiet_since), row.by_sms, row.webhook) == ("19:30:00", False, "https://oa.example/hook")
    page = client.get(PAGE).content.decode()
    assert "签名密钥已经设置" in page
    assert "0123456789abcdef" not in page
    assert client.post(PAGE, SOUND | {"secret": ""}).status_code == 302
    assert Delivery.objects.get().opened("webhook_secret") == "0123456789abcdef"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"digest_at": "06:00"}, "免打扰时段内"),
        ({"secret": ""}, "签名密钥"),
        ({"webhook": "x y"}, "完整地址"),
    ],
)
def test_what_does_not_hold_is_told(office: Office, more: dict[str, str], said: str) -> None:
    answer = office.client("office_head").post(PAGE, SOUND | more)
    assert answer.status_code == 400
    assert said in answer.content.decode()
    assert not Delivery.objects.exists()


def test_what_was_not_sent_is_shown_without_its_address(office: Office, other_office: Office) -> None:
    for organ, title in ((office.organ, "没送出的"), (other_office.organ, "别处的")):
        row = Outgoing(
            organ=organ, key="k", channel="mail", kind="due.soon", title=title, text="x", trouble="连接不上。",
            made_at=NOON, due_at=NOON,
        )  # fmt: skip
        row.seal("address", "somebody@elsewhere.example")
        row.save(force_insert=True)
    page = office.client("office_head").get(PAGE).content.decode()
    assert "没送出的" in page
    assert "别处的" not in page
    assert "elsewhere" not in page
