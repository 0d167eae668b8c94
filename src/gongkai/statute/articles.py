"""条文登记: which of the Regulation's articles the software covers, where, and what proves it.

``docs/law.md`` is printed from this register (``articles.toml``), and a test holds it against the tree: every
article stands once, every module and vector named is there.

>>> article(26).coverage.value, article(26).modules
('complete', ('statute/duties.py',))

Source: 政府信息公开条例 (国务院令第711号), arts. 1–56.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from gongkai.values.errors import FormError


class Coverage(StrEnum):
    """How much of an article the software does."""

    COMPLETE = "complete"
    PARTLY = "partly"
    NOT_SOFTWARE = "not_software"

    @property
    def words(self) -> str:
        """In Chinese, for the page."""
        return {"complete": "完整", "partly": "部分", "not_software": "不是软件的事"}[self.value]


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its gist, how far it is covered, the modules (under the package) and vectors."""

    number: int
    gist: str
    coverage: Coverage
    modules: tuple[str, ...] = ()
    vectors: tuple[str, ...] = ()
    note: str = ""


@cache
def articles() -> tuple[Article, ...]:
    """Every article in order."""
    text = files("gongkai.statute").joinpath("articles.toml").read_text(encoding="utf-8")
    return tuple(
        Article(
            number=one["number"],
            gist=one["gist"],
            coverage=Coverage(one["coverage"]),
            modules=tuple(one.get("modules", ())),
            vectors=tuple(one.get("vectors", ())),
            note=one.get("note", ""),
        )
        for one in tomllib.loads(text)["article"]
    )


def article(number: int) -> Article:
    """The article of that number; raises :class:`FormError` where the Regulation has none."""
    for one in articles():
        if one.number == number:
            return one
    raise FormError(f"the Regulation has no article {number}")


def covered() -> Counter[Coverage]:
    """How many articles are covered how far."""
    return Counter(one.coverage for one in articles())
