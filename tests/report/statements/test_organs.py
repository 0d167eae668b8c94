"""Whose figures a clause tells."""

from __future__ import annotations

import pytest

from gongkai.report.statements.organs import Teller


@pytest.mark.parametrize(
    ("organ", "text", "other"),
    [
        ("甲县水务局", "甲县财政局共收到", "甲县财政局"),
        ("甲县水务局", "县水务局共收到", None),
        ("甲县水务局", "我局共收到", None),
        ("甲县水务局", "本机关2024年度收到", None),
        ("甲县住房和城乡建设局", "住建局办理", None),
        ("甲县水务局", "3个乡镇未收到", "3个乡镇"),
        ("甲县水务局", "其余乡镇共收到", "其余乡镇"),
        ("甲县水务局", "全县各级行政机关共收到900件，我局收到", None),
        ("甲县水务局", "我局收到30件，全县收到", "全县"),
        ("甲县人民政府", "全县共收到", None),
        ("甲县人民政府", "全市共收到", "全市"),
        ("甲县人民政府", "全县水务系统共收到", "全县水务系统"),
        ("甲县水务局", "收到", None),
    ],
)
def test_the_last_one_named_acts(organ: str, text: str, other: str | None) -> None:
    assert Teller(organ).other(text) == other


def test_nobody_is_another_where_the_organ_is_not_known() -> None:
    """A control: the same words tell another organ as soon as it is known who reports."""
    assert Teller(None).other("甲县财政局共收到") is None
    assert Teller("甲县水务局").other("甲县财政局共收到") == "甲县财政局"
