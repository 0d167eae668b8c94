"""The files of review: attachments of a draft, and scans of what was signed on paper.

The files of a draft are part of its content; while it is under review nobody adds or erases one.
"""

from __future__ import annotations

from uuid import UUID

from gongkai.web.attachments import places
from gongkai.web.attachments.models import Attachment
from gongkai.web.review.core.content import Attached
from gongkai.web.review.kinds import kind
from gongkai.web.review.ledger import file_of, latest
from gongkai.web.review.models import Draft
from gongkai.web.rights.actor import Actor

DRAFT, SCAN = "draft", "review-scan"


def files_of_draft(organ_id: UUID, draft_id: str) -> tuple[Attached, ...]:
    """The files of a draft as its content names them."""
    rows = Attachment.objects.for_organ(organ_id).of(f"{DRAFT}/{draft_id}")
    return tuple(Attached(str(one.pk), one.name, one.sha256) for one in rows)


def reads_draft(actor: Actor, key: str) -> bool:
    """Whether the actor may read the files of that draft."""
    known = _uuid(key) and Draft.objects.for_organ(actor.organ_id).filter(pk=key).exists()
    return bool(known) and actor.may("review.read")


def adds_to_draft(actor: Actor, key: str) -> bool:
    """Whether the actor may add and erase files of that draft now."""
    if actor.organ_id is None or not actor.may("review.submit") or not reads_draft(actor, key):
        return False
    file = latest(actor.organ_id, "draft", key)
    return file is None or not file.review.open or file.review.sent_back is not None


def reads_scan(actor: Actor, key: str) -> bool:
    """Whether the actor may read the scans of that review."""
    review_id = _uuid(key)
    file = file_of(actor.organ_id, review_id) if actor.organ_id and review_id else None
    return file is not None and actor.may("review.read") and actor.may(kind(file.review.opened.kind).right)


def _uuid(key: str) -> UUID | None:
    try:
        return UUID(key)
    except ValueError:
        return None


def register() -> None:
    """Make both places known; a scan is added only with the signature that it shows."""
    places.register(
        places.Place(DRAFT, "信息发布稿", reads_draft, adds_to_draft, lambda key: f"/office/drafts/{key}/")
    )
    places.register(
        places.Place(SCAN, "签署扫描件", reads_scan, lambda *_: False, lambda key: f"/office/review/{key}/")
    )
