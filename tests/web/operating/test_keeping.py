"""How long records are kept is said with its source."""

from __future__ import annotations

import pytest

from gongkai.web.operating.keeping import kept
from tests.web.offices import Office


@pytest.mark.django_db
def test_none_yet() -> None:
    assert kept().startswith("还没有审计记录")


@pytest.mark.django_db
def test_since_when_and_for_how_long(office: Office) -> None:
    assert "共1条" in kept()
    assert "网络安全法" in kept()
    assert "至少保存6个月" in kept()
