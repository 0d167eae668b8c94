"""A chart as plain values: the ECharts option that draws it, and the table that says the same in words.

Every figure drawn stands in the table. What has no number (blank, ``/``, not printed, unsettled) gets no bar
and its own word in the table; nothing is ever drawn as 0. The option is plain JSON: the server draws it
(:mod:`gongkai.report.charts.draw`), and a browser with ECharts could as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

WIDTH = 720
"""Pixels of a chart's width; it scales with the place where it stands."""
COLOURS = ("#1b4f91", "#e08a1e", "#5a9bd4", "#7d4e9e", "#2f8f5b", "#b3261e", "#6b7785")
"""Of the series in their order; neighbours differ in lightness too, so that they stay apart in grey."""
INK, SOFT, LINE = "#1f2a37", "#4a5768", "#c9d4e2"
FONT = "Noto Sans SC"
"""The family named in the drawing; a page may put its own in its place."""
MOST_SERIES = len(COLOURS)
_BAR, _GAP, _LABEL, _LETTER = 15, 13, 13, 12
_LEGEND, _FOOT = 34, 30
_LONGEST = 32


@dataclass(frozen=True, slots=True)
class Series:
    """One row of bars: its name, and for each category a number and the word for the table."""

    name: str
    numbers: tuple[Decimal | None, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """``key`` names it within a page (ASCII); ``option`` is for ECharts, ``width`` and ``height`` in pixels.

    ``head`` and ``rows`` are the table that stands for the drawing; ``summary`` says in one sentence what is
    drawn.
    """

    key: str
    title: str
    summary: str
    option: dict[str, Any]
    width: int
    height: int
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def bars(
    key: str,
    title: str,
    unit: str,
    categories: Sequence[str],
    series: Sequence[Series],
    *,
    stacked: bool = False,
) -> Chart:
    """Lying bars, the first category on top; ``stacked`` puts the series of a category end to end.

    Raises :class:`ValueError` for more than :data:`MOST_SERIES` series, which no reader tells apart.
    """
    if len(series) > MOST_SERIES:
        raise ValueError(f"{len(series)} series in one chart")
    side = 1 if stacked else len(series)
    step = side * _BAR + _GAP
    legend = _LEGEND if len(series) > 1 else 8
    height = legend + max(1, len(categories)) * step + _FOOT
    names = "、".join(one.name for one in series)
    return Chart(
        key,
        title,
        f"{title}（{unit}）：{len(categories)} 项，{names}。各项的数字见下表。",
        _option(unit, categories, series, legend, stacked=stacked),
        WIDTH,
        height,
        ("项目", *(f"{one.name}（{unit}）" for one in series)),
        tuple((name, *(one.words[i] for one in series)) for i, name in enumerate(categories)),
    )


def cut(name: str) -> str:
    """A name that fits two lines beside its bar; the table has it whole.

    >>> cut("自然人")
    '自然人'
    """
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 2]}……"


def _option(
    unit: str, categories: Sequence[str], series: Sequence[Series], top: int, *, stacked: bool
) -> dict[str, Any]:
    text = {"fontFamily": FONT, "fontSize": _LETTER, "color": INK}
    return {
        "animation": False,
        "backgroundColor": "transparent",
        "color": list(COLOURS),
        "textStyle": text,
        "legend": {
            "show": len(series) > 1,
            "top": 4,
            "left": 8,
            "itemWidth": 14,
            "itemHeight": 10,
            "textStyle": text,
        }
        | {"selectedMode": False, "data": [one.name for one in series]},
        "grid": {"left": 8, "right": 56, "top": top, "bottom": 8, "containLabel": True},
        "xAxis": {
            "type": "value",
            "name": unit,
            "nameTextStyle": {**text, "color": SOFT},
            "minInterval": 1,
            "axisLabel": {**text, "color": SOFT},
            "splitLine": {"lineStyle": {"color": LINE}},
        },
        "yAxis": {
            "type": "category",
            "inverse": True,
            "data": [cut(name) for name in categories],
            "axisTick": {"show": False},
            "axisLine": {"lineStyle": {"color": SOFT}},
            "axisLabel": {**text, "width": 210, "overflow": "break", "lineHeight": 14, "interval": 0},
        },
        "series": [_series(one, stacked=stacked) for one in series],
    }


def _series(one: Series, *, stacked: bool) -> dict[str, Any]:
    label = {
        "show": not stacked,
        "position": "right",
        "fontFamily": FONT,
        "fontSize": _LABEL - 2,
        "color": INK,
    }
    return {
        "name": one.name,
        "type": "bar",
        "data": [None if n is None else float(n) for n in one.numbers],
        "barWidth": _BAR - 3,
        "label": label,
        **({"stack": "all"} if stacked else {}),
    }
