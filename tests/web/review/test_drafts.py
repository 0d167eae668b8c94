"""The drafts as a kind of content."""

from __future__ import annotations

import uuid

import pytest

from gongkai.web.review.core.content import Attached
from gongkai.web.review.drafts import DRAFTS, content_of, latest_version
from gongkai.web.review.kinds import NoContent
from tests.web.offices import Office
from tests.web.review.conftest import Round


def test_everything_of_the_version_is_in_the_content(round_: Round) -> None:
    version = latest_version(round_.draft)
    content = content_of(version, (Attached("1", "名单.xlsx", "a" * 64),))
    assert dict(content.facts) == {
        "拟发栏目": "通知公告", "来源": "原创", "拟发布平台": "政府网站", "公开属性": "主动公开",
        "个人信息": "不含个人信息",
    }  # fmt: skip
    assert [text for _, _, text in content.places()] == version.body.split("\n")
    assert content.attachments[0].name == "名单.xlsx"


def test_its_unit_and_where_it_is_edited(round_: Round) -> None:
    of = str(round_.draft.pk)
    assert DRAFTS.unit(round_.organ_id, of) == str(round_.office.unit.pk)
    assert DRAFTS.edited_at(of) == f"/office/drafts/{of}/"
    assert DRAFTS.content(round_.organ_id, of).title.startswith("关于")


@pytest.mark.parametrize("of", [str(uuid.UUID(int=7)), "nonsense"])
def test_what_is_not_there(round_: Round, other_office: Office, of: str) -> None:
    with pytest.raises(NoContent):
        DRAFTS.content(round_.organ_id, of)
    with pytest.raises(NoContent):
        DRAFTS.content(other_office.organ.pk, str(round_.draft.pk))
