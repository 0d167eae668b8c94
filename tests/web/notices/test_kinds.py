"""Every kind is sound as shipped."""

from __future__ import annotations

import pytest

from gongkai.web.notices.kinds import ALWAYS, DIGEST, kind, kinds
from gongkai.web.notices.wording import example, faults


@pytest.mark.parametrize("key", kinds())
def test_the_shipped_texts_pass_the_check_of_edited_ones(key: str) -> None:
    one = kind(key)
    assert faults(one, one.title, one.text) == []
    title, text = example(one, one.title, one.text)
    assert title
    assert "{" not in title + text


def test_no_kind_has_a_place_for_a_person_outside() -> None:
    words = {word for one in kinds().values() for word in one.placeholders}
    assert words == {"编号", "事项", "期限", "经办人", "件数", "日期", "清单", "机关", "链接"}


def test_every_kind_has_the_two_that_all_have() -> None:
    for one in kinds().values():
        assert set(ALWAYS) <= {place.key for place in one.placeholders.values()}
    assert DIGEST in kinds()
