"""The page on which a paper signature is entered."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from gongkai.web.attachments.models import Attachment
from gongkai.web.review.core.content import short
from gongkai.web.review.core.words import checks
from tests.web.offices import Office
from tests.web.review.conftest import Round

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe"
    "0def46b80000000049454e44ae426082"
)


def post(round_: Round, role: str = "publisher", **more: Any) -> Any:
    """Enter that the reviewer signed step one on paper today."""
    values: dict[str, Any] = {
        "position": round_.file.position, "hash": round_.file.review.hash, "task": 1,
        "signer": str(round_.office.person("reviewer").pk), "signed_on": timezone.localdate().isoformat(),
        "source": "paper", "fingerprint": short(round_.file.review.hash), "checks": list(checks()),
        "scan": SimpleUploadedFile("审核单.png", PNG, "image/png"),
    } | more  # fmt: skip
    data = {f"paper-{name}": value for name, value in values.items() if value is not None}
    return round_.office.client(role).post(f"/office/review/{round_.file.id}/paper/", data)


def test_entered_with_its_scan_that_colleagues_can_open(round_: Round, other_office: Office) -> None:
    assert round_.office.client("publisher").get(f"/office/review/{round_.file.id}/paper/").status_code == 200
    assert post(round_).status_code == 302
    signed = round_.again().review.signatures[0]
    assert signed.paper is not None
    scan = Attachment.objects.for_organ(round_.organ_id).get(pk=signed.paper.scan_id)
    assert scan.sha256 == signed.paper.scan_sha256
    address = f"/office/attachments/{scan.pk}/"
    assert (
        address in round_.office.client("handler").get(f"/office/review/{round_.file.id}/").content.decode()
    )
    assert round_.office.client("handler").get(address).status_code == 200
    assert other_office.client("handler").get(address).status_code == 404


@pytest.mark.parametrize(
    "more",
    [
        {"scan": None},
        {"scan": SimpleUploadedFile("审核单.exe", b"MZ\x90\x00" * 50)},
        {"fingerprint": "00000000"},
        {"signer": "nobody"},
        {"checks": ["legal"]},
        {"position": None},
    ],
)
def test_what_is_refused(round_: Round, more: dict[str, Any]) -> None:
    assert post(round_, **more).status_code == 400
    assert round_.again().position == 1


def test_second_of_two_author_and_other_organ(round_: Round, other_office: Office) -> None:
    assert post(round_, "handler").status_code == 400
    before = round_.file
    round_.sign(1)
    round_.file = before
    assert post(round_).status_code == 409
    assert other_office.client("publisher").get(f"/office/review/{round_.file.id}/paper/").status_code == 404
