"""信息发布稿 as a kind of content under review: everything of its latest version is covered by a
signature.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from gongkai.web.review.core.chain import ORDINARY, Demand
from gongkai.web.review.core.content import Attached, Content, Part
from gongkai.web.review.files import files_of_draft
from gongkai.web.review.kinds import Sort, register, row_of, unit_of
from gongkai.web.review.models import Draft, DraftVersion
from gongkai.web.review.models.drafts import ATTRIBUTES, ORIGINS, PERSONAL, PLATFORMS

KEY = "draft"


def latest_version(draft: Draft) -> DraftVersion:
    """What the draft says now."""
    found: DraftVersion = (
        DraftVersion.objects.for_organ(draft.organ_id).filter(draft=draft).order_by("-number")[0]
    )
    return found


def content_of(version: DraftVersion, files: tuple[Attached, ...] = ()) -> Content:
    """A version with its files, as reviewers see it."""
    facts = [
        ("拟发栏目", version.column),
        ("来源", ORIGINS[version.origin]),
        ("原文出处", version.source),
        ("拟发布平台", "、".join(PLATFORMS.get(key, key) for key in version.platforms)),
        ("拟发布日期", version.planned_on.isoformat() if version.planned_on else ""),
        ("公开属性", ATTRIBUTES[version.attribute]),
        ("不主动公开的理由", version.attribute_reason),
        ("个人信息", PERSONAL[version.personal]),
    ]
    lines = version.body.replace("\r\n", "\n").split("\n")
    return Content(
        title=version.title,
        facts=tuple((name, value) for name, value in facts if value),
        parts=(Part("正文", tuple(line for line in lines if line.strip())),),
        attachments=files,
    )


class Drafts:
    """The drafts of an organ."""

    key = KEY
    name = "信息发布稿"
    right = "review.read"

    def content(self, organ_id: UUID, of: str) -> Content:
        """Its latest version; raises :class:`NoContent`."""
        return content_of(latest_version(self.draft(organ_id, of)), files_of_draft(organ_id, of))

    def draft(self, organ_id: UUID, of: str) -> Draft:
        """The draft of that id in that organ; raises :class:`NoContent`."""
        found: Draft = row_of(Draft.objects.for_organ(organ_id), of)
        return found

    def unit(self, organ_id: UUID, of: str) -> str:
        """The unit of who began it."""
        return unit_of(organ_id, self.draft(organ_id, of).created_by)

    def edited_at(self, of: str) -> str:
        """Its page."""
        return f"/office/drafts/{of}/"

    def sorts(self) -> tuple[Sort, ...]:
        """None: every draft may be published."""
        return ()

    def sort(self, organ_id: UUID, of: str) -> str:
        """That of the kind."""
        return ""

    def demands(self, organ_id: UUID, day: dt.date) -> Mapping[str, Demand]:
        """What is asked of any chain."""
        return {"": ORDINARY}


DRAFTS = Drafts()
register(DRAFTS)
