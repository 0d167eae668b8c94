"""The kinds of notice and their placeholders, read from ``kinds.toml``.

>>> kind("review.waiting").name
'有一项待您审核'
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

ALWAYS = ("organ", "link")
"""Placeholders that every kind has."""
DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A word in braces: its key in code, the word that stands in a text, what it is, an example."""

    key: str
    word: str
    about: str
    example: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of notice: its placeholders by word, and its texts as shipped."""

    key: str
    name: str
    at_once: bool
    placeholders: dict[str, Placeholder]
    title: str
    text: str


@cache
def _data() -> dict[str, Any]:
    text = files("gongkai.web.notices").joinpath("kinds.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by key."""
    known = {one["key"]: Placeholder(**one) for one in _data()["placeholder"]}
    out = {}
    for one in _data()["kind"]:
        mine = [known[key] for key in (*one["uses"], *ALWAYS)]
        out[one["key"]] = Kind(
            key=one["key"],
            name=one["name"],
            at_once=one["way"] == "at_once",
            placeholders={place.word: place for place in mine},
            title=one["title"],
            text=one["text"].strip(),
        )
    return out


def kind(key: str) -> Kind:
    """The kind of that key; raises ``KeyError`` for one that there is not."""
    return kinds()[key]
