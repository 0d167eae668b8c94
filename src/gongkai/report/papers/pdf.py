"""A paper as PDF: A4, tagged, charts as drawings with their words and their table (PDF/A-2a and PDF/UA-1).

Texts and drawings reach typst as data, never as markup. The same paper gives the same bytes.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.press.marks import MADE_BY
from gongkai.press.typesetting import typeset
from gongkai.report.papers.paper import Paper


def write(paper: Paper, day: date) -> bytes:
    """The PDF; ``day`` is the day that the file bears, for no clock is asked here.

    Raises :class:`gongkai.values.errors.Refused` as :func:`gongkai.press.typesetting.typeset` does.
    """
    told: dict[str, Any] = {**asdict(paper), "maker": MADE_BY, "day": (day.year, day.month, day.day)}
    return typeset(_template(), told, "对照或者汇总")


@cache
def _template() -> bytes:
    return files(__package__).joinpath("paper.typ").read_bytes()
