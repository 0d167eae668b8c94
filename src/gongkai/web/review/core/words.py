"""What reviewers tick (五关 and 校对) and what a secrecy review concludes, read from ``words.toml``.

>>> [one.name for one in checks().values()]
['政治关', '法律关', '政策关', '保密关', '文字关', '校对']
>>> [one.name for one in conclusions().values() if one.passes]
['可以公开']

Source: 条例 art. 17; 保守国家秘密法 art. 35; law.md §4.4, §4.5.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look at before signing: its key, its name, the question."""

    key: str
    name: str
    ask: str


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a secrecy review comes to; whether the content passes by it, whether it goes back to its
    author.
    """

    key: str
    name: str
    means: str
    passes: bool
    sends_back: bool


@cache
def _data() -> dict[str, Any]:
    text = files("gongkai.web.review.core").joinpath("words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def checks() -> dict[str, Check]:
    """Every check by its key, in the order in which a page shows them."""
    return {one["key"]: Check(**one) for one in _data()["check"]}


@cache
def conclusions() -> dict[str, Conclusion]:
    """Every conclusion by its key."""
    return {one["key"]: Conclusion(**one) for one in _data()["conclusion"]}
