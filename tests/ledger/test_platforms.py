"""Places of publication over a year: sums, last followers, days of outage on both sides of the year."""

from __future__ import annotations

from datetime import date

import pytest

from gongkai.ledger.notation import read
from gongkai.ledger.platforms import PlatformYear, fold_platform
from gongkai.values.errors import NotationError

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


def fold(text: str) -> PlatformYear:
    return fold_platform(read(text), FIRST, LAST)  # type: ignore[arg-type]


def test_sums_are_of_the_year_and_followers_are_the_last_told() -> None:
    found = fold(
        """
        2024-01-01 开通 号-1 微信
        2024-12-31 发文 号-1 件数=9
        2025-01-01 发文 号-1 件数=3
        2025-12-31 发文 号-1 件数=4
        2025-12-31 访问 号-1 件数=100
        2025-12-31 关注 号-1 件数=700
        2025-12-31 关注 号-1 件数=650
        2026-01-01 发文 号-1 件数=9
        """
    )
    assert found == PlatformYear("wechat", True, 7, 100, 650, 0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2025-03-01 中断 站 网站\n2025-03-03 恢复 站\n", 2),
        ("2025-03-01 中断 站 网站\n2025-03-01 恢复 站\n", 0),
        ("2024-12-30 中断 站 网站\n2025-01-03 恢复 站\n", 2),
        ("2025-12-30 中断 站 网站\n2026-01-03 恢复 站\n", 2),
        ("2024-03-01 中断 站 网站\n2024-03-03 恢复 站\n", 0),
        ("2025-03-01 中断 站 网站\n2025-03-02 中断 站\n2025-03-03 恢复 站\n2025-03-04 恢复 站\n", 2),
    ],
)
def test_outages_are_counted_in_days_of_the_year(text: str, days: int) -> None:
    assert fold(text).outage_days == days


def test_what_was_shut_runs_no_more() -> None:
    assert not fold("2024-03-01 开通 站 网站\n2025-03-03 停用 站\n").runs
    with pytest.raises(NotationError, match="不能小于零"):
        read("2025-03-01 发文 站 件数=-1", "局", "甲")
