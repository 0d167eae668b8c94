"""The units that figures of a report are counted in, and what is never a figure although it has digits."""

from __future__ import annotations

from typing import Final

COUNTS: Final = (
    *("人次", "件次", "场次", "余次", "万次", "条次", "个次", "件", "条", "篇", "期"),
    *("份", "宗", "起", "项", "例", "则", "部", "个", "次", "场", "名"),
    *("人", "位", "家", "册", "卷", "幅", "批", "笔", "封", "通", "户"),
    *("处", "块", "张", "本", "集", "类", "款", "页", "组"),
)
MONEY: Final = ("亿元", "万元", "千元", "元")
PERCENT: Final = "%"

LOOSE: Final = frozenset(
    {
        "个",
        "项",
        "类",
        "名",
        "位",
        "家",
        "次",
        "条",
        "批",
        "处",
        "块",
        "组",
        "款",
        "部",
        "本",
        "张",
        "集",
        "页",
        "通",
        "人",
    }
)
"""Units that everyday phrases use with a Chinese numeral (四个意识, 一批): such a pair alone is no figure."""

_WORTH: Final = {"元": 1, "千元": 1000, "万元": 10_000, "亿元": 100_000_000}


def worth(unit: str) -> int | None:
    """How many yuan a unit of money is, or None for a unit that is no money."""
    return _WORTH.get(unit)


def alternatives(units: tuple[str, ...]) -> str:
    """The units as one alternation of a regular expression, longest first."""
    return "|".join(sorted(units, key=len, reverse=True))
