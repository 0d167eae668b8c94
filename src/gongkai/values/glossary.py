"""词汇: which English identifier stands for which Chinese term.

The terms are data (``glossary.toml``); ``docs/glossary.md`` is printed from it. A term has one identifier and
an identifier one meaning. Texts that people see come from the Chinese column, never from the identifier.

>>> term("carried_forward").chinese
'结转下年度继续办理'

Source: 《中华人民共和国政府信息公开条例》（国务院令第711号）, 国办公开办函〔2021〕30号.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gongkai.values.errors import FormError


@dataclass(frozen=True, slots=True)
class Term:
    """A Chinese term, its identifier, the articles it stands in ("" where none), and why this word."""

    chinese: str
    identifier: str
    article: str
    why: str


@dataclass(frozen=True, slots=True)
class Section:
    """Terms that belong together, under a Chinese heading."""

    title: str
    terms: tuple[Term, ...]


@dataclass(frozen=True)
class Glossary:
    """All sections, and the words that no identifier may contain with the word to use instead."""

    sections: tuple[Section, ...]
    banned: Mapping[str, str]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term, in the order of the file."""
        return tuple(term for section in self.sections for term in section.terms)


def load(text: str) -> Glossary:
    """A glossary from the text of its file; raises :class:`FormError` where a term stands twice."""
    data = tomllib.loads(text)
    sections = tuple(
        Section(
            section["title"],
            tuple(Term(t["zh"], t["id"], t.get("article", ""), t.get("why", "")) for t in section["term"]),
        )
        for section in data["section"]
    )
    glossary = Glossary(sections, data["banned"])
    for name in ("identifier", "chinese"):
        seen: set[str] = set()
        for one in (getattr(t, name) for t in glossary.terms):
            if one in seen:
                raise FormError(f"the glossary has {name} {one!r} twice")
            seen.add(one)
    return glossary


@cache
def glossary() -> Glossary:
    """The project's glossary."""
    return load(files("gongkai.values").joinpath("glossary.toml").read_text(encoding="utf-8"))


def term(identifier: str) -> Term:
    """The term of an identifier; raises :class:`FormError` where the glossary has none."""
    for candidate in glossary().terms:
        if candidate.identifier == identifier:
            return candidate
    raise FormError(f"no term {identifier!r} in the glossary")
