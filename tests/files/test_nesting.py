"""Depth is counted before parsing; tags that close themselves do not count."""

from __future__ import annotations

import pytest

from gongkai.files.limits import Limits
from gongkai.files.nesting import refuse_deep
from gongkai.values.errors import OverLimit


@pytest.mark.parametrize("page", ["<div>" * 4000, "<div>" * 4000 + "</div>" * 4000, "<table><tr><td>" * 4000])
def test_depth_is_refused(page: str) -> None:
    with pytest.raises(OverLimit) as caught:
        refuse_deep(page, Limits())
    assert caught.value.code == "too_deep"
    refuse_deep(page, Limits(depth=10_000))


@pytest.mark.parametrize("page", ["<div></div>" * 4000, "<p>x" * 9000, "<li>x" * 9000, "<div>" * 400])
def test_control_length_is_no_depth(page: str) -> None:
    refuse_deep(page, Limits())
