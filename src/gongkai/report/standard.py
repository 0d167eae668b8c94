"""Which words of a report tell something of their own: the standard phrases are left out.

Standard are the phrases of ``standard_phrases.toml``, the form's own words (chapters, aspects, labels of the
tables), an organ's own name and its year, and any clause that many organs have (:func:`learned`).
Texts are compared *folded*: without spaces, punctuation and difference of width.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.report.checks.prose import parts
from gongkai.report.document import AnnualReport
from gongkai.report.reader.normal import FOLD, without_enumerator
from gongkai.tables.form import EDITIONS, form

_CLAUSE = re.compile(r"[。！？!?；;，,：:、\n]+")
_DIGITS = re.compile(r"\d+")
_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_SHORT_LABEL = 5
"""Labels of the form with fewer characters are everyday words and stay."""


@dataclass(frozen=True, slots=True)
class Standard:
    """What is standard: phrases (folded, longest first) and whole clauses learned from many reports."""

    phrases: tuple[str, ...]
    clauses: frozenset[str] = field(default_factory=frozenset)

    def own_words(self, sentence: str, names: Iterable[str] = ()) -> str:
        """What is left of a sentence, folded, figures written as one ``0``; empty for a standard sentence.

        ``names`` are the organ's own names, which are left out too.
        """
        kept = (clause for clause in clauses(sentence) if masked(clause) not in self.clauses)
        text = _DATE.sub("", "".join(kept))
        for phrase in (*names, *self.phrases):
            text = text.replace(phrase, "")
        text = masked(text)
        return text if len(text) >= _data()["own"]["shortest"] else ""


@cache
def _data() -> dict[str, Any]:
    path = files("gongkai.report").joinpath("standard_phrases.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def folded(text: str) -> str:
    """The text without what does not tell words apart.

    >>> folded("（一）主动公开，３ 条。")
    '一主动公开3条'
    """
    return text.translate(FOLD)


def masked(text: str) -> str:
    """Every run of digits as one 0: texts that differ in figures alone become equal.

    >>> masked("收到12件")
    '收到0件'
    """
    return _DIGITS.sub("0", text)


def clauses(sentence: str) -> list[str]:
    """The clauses of a sentence, folded, without numbering at the head."""
    return [folded(piece) for piece in _CLAUSE.split(without_enumerator(sentence)) if folded(piece)]


@cache
def standard() -> Standard:
    """The standard phrases of the data file and of the form, nothing learned."""
    words = {folded(phrase) for group in _data()["phrases"].values() for phrase in group}
    words |= {word for word in map(folded, _form_words()) if len(word) >= _SHORT_LABEL}
    return Standard(tuple(sorted(words - {""}, key=lambda word: (-len(word), word))))


def _form_words() -> Iterator[str]:
    for edition in EDITIONS:
        official = form(edition)
        labels = [*official.chapters, *official.aspects]
        for table in official.tables:
            labels += [*table.rows, *table.columns, *table.groups]
        for label in labels:
            yield from map(without_enumerator, label.wordings)


def learned(reports: Iterable[AnnualReport]) -> Standard:
    """The standard phrases, and the clauses that many of these reports' organs have.

    Several years of one organ count once: what an office repeats is its own.
    """
    rules = _data()["learned"]
    organs: dict[str, set[str]] = defaultdict(set)
    every = set()
    for report in reports:
        name = folded(report.organ or report.source.sha256 or report.source.file)
        every.add(name)
        for part in parts(report):
            for clause in clauses(part.text):
                if len(words := masked(clause)) >= rules["shortest"]:
                    organs[words].add(name)
    enough = max(rules["organs"], rules["share"] * len(every))
    found = frozenset(clause for clause, names in organs.items() if len(names) >= enough)
    return Standard(standard().phrases, found)


def own_names(report: AnnualReport) -> tuple[str, ...]:
    """An organ's name and the year of its report, folded, as they stand in its prose."""
    names = [folded(report.organ)] if report.organ else []
    if report.year is not None:
        names.append(f"{report.year}年")
    return tuple(name for name in names if len(name) > 1)
