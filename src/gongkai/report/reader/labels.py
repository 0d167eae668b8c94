"""Matching what print has as a label to the official labels of the form.

Exact wording first (folded, with or without its number), then wording cut short or run on by a line break,
then likeness. A match carries a score from 0 to 1; below :data:`SURE` nobody may rely on it alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from gongkai.report.reader.normal import fold, without_enumerator
from gongkai.tables.form import Label, form

SURE = 0.86
LIKELY = 0.7
_SHORTEST_PART = 4
_MEMORY = 4096


@dataclass(frozen=True, slots=True)
class Match:
    """A label of the form with how well print fits it: 1.0 is the wording itself or a known variant."""

    key: str
    score: float


@dataclass(frozen=True)
class LabelIndex:
    """The labels of one kind (rows or columns of a table, titles of chapters), ready to be matched."""

    labels: tuple[Label, ...]

    @cached_property
    def _exact(self) -> dict[str, str]:
        out: dict[str, str] = {}
        for label in self.labels:
            for wording in label.wordings:
                out.setdefault(fold(wording), label.key)
        for label in self.labels:
            for wording in label.wordings:
                out.setdefault(fold(without_enumerator(wording)), label.key)
        return out

    @cached_property
    def _wordings(self) -> list[str]:
        return list(self._exact)

    def exact(self, folded: str) -> str | None:
        """The key whose wording is exactly this folded text."""
        return self._exact.get(folded)

    @cached_property
    def _known(self) -> dict[str, Match | None]:
        return {}

    def match(self, text: str) -> Match | None:
        """The best fitting label, or None where nothing is even likely."""
        known = self._known
        if text not in known:
            if len(known) >= _MEMORY:
                known.clear()
            known[text] = self._match(text)
        return known[text]

    def _match(self, text: str) -> Match | None:
        whole = fold(text)
        if not whole:
            return None
        bare = fold(without_enumerator(text))
        key = self._exact.get(whole) or self._exact.get(bare)
        if key is not None:
            return Match(key, 1.0)
        return self._part(bare) or self._like(bare)

    def _part(self, bare: str) -> Match | None:
        """Wording cut short: the beginning, end or middle of exactly one label."""
        if len(bare) < _SHORTEST_PART:
            return None
        keys = {key for wording, key in self._exact.items() if len(wording) > len(bare) and bare in wording}
        if len(keys) == 1:
            return Match(keys.pop(), 0.9)
        return None

    def _like(self, bare: str) -> Match | None:
        if len(bare) < 2:
            return None
        # loaded here: most files never need likeness, and the import is dear
        from rapidfuzz import fuzz, process  # noqa: PLC0415

        best = process.extract(bare, self._wordings, scorer=fuzz.ratio, limit=4, score_cutoff=LIKELY * 100)
        if not best:
            return None
        key = self._exact[best[0][0]]
        rival = next((score for wording, score, _ in best[1:] if self._exact[wording] != key), 0.0)
        score = best[0][1] / 100
        # two labels nearly alike (5.… and 6.属于…信息) need a clear lead
        return Match(key, min(score, 0.95)) if score - rival / 100 > 0.08 else None


@lru_cache(maxsize=16)
def rows_of(edition: str, table: str) -> LabelIndex:
    """Row labels of a table."""
    return LabelIndex(form(edition).table(table).rows)


@lru_cache(maxsize=16)
def columns_of(edition: str, table: str) -> LabelIndex:
    """Column labels of a table."""
    return LabelIndex(form(edition).table(table).columns)


@lru_cache(maxsize=16)
def groups_of(edition: str, table: str) -> LabelIndex:
    """Group labels of a table, such as 不予公开; they head rows and have no numbers of their own."""
    return LabelIndex(form(edition).table(table).groups)


@lru_cache(maxsize=4)
def chapter_titles(edition: str) -> LabelIndex:
    """Titles of the six chapters, by number as a string."""
    return LabelIndex(form(edition).chapters)
