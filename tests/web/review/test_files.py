"""Files of drafts are part of the content; scans come only with their signature."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.web.attachments.places import may_add, may_read
from gongkai.web.review.drafts import DRAFTS
from gongkai.web.review.files import files_of_draft
from tests.web.offices import Office
from tests.web.review.conftest import Round
from tests.web.review.views.test_papers import PNG


def upload(round_: Round, name: str = "海报.png") -> Any:
    """Add a file to the draft."""
    data = {"subject": f"draft/{round_.draft.pk}", "file": SimpleUploadedFile(name, PNG, "image/png")}
    return round_.office.client("handler").post("/office/attachments/", data)


def test_a_file_is_added_while_it_lies_with_its_author(round_: Round) -> None:
    assert upload(round_).status_code == 404
    round_.send_back(1)
    before = DRAFTS.content(round_.organ_id, str(round_.draft.pk))
    assert upload(round_).status_code == 302
    after = DRAFTS.content(round_.organ_id, str(round_.draft.pk))
    assert [one.name for one in after.attachments] == ["海报.png"]
    assert after.fingerprint() != before.fingerprint()
    assert files_of_draft(round_.organ_id, str(round_.draft.pk)) == after.attachments


def test_who_reads_and_adds(round_: Round, other_office: Office) -> None:
    round_.send_back(1)
    draft, scan = f"draft/{round_.draft.pk}", f"review-scan/{round_.file.id}"
    for subject in (draft, scan):
        assert may_read(round_.office.actor("reviewer"), subject)
        assert not may_read(other_office.actor("reviewer"), subject)
        assert not may_read(round_.office.actor("system_administrator"), subject)
    assert may_add(round_.office.actor("handler"), draft)
    assert not may_add(round_.office.actor("reviewer"), draft)
    assert not may_add(other_office.actor("handler"), draft)
    assert not may_add(round_.office.actor("handler"), scan)
    assert not may_read(round_.office.actor("handler"), "draft/nonsense")
    assert not may_read(round_.office.actor("handler"), "review-scan/nonsense")
