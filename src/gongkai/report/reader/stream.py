"""Tables in running text: one cell a line, cells apart by spaces, or glued without any separator.

The labels of the form are searched in the text (:mod:`gongkai.report.reader.hits`), and what stands between
two labels is taken as the cells of the first (:mod:`gongkai.report.reader.tokens`). Only inside a *zone* that
begins where a table begins; a zone in which a sentence goes on after a number was none, so that prose in the
words of the form is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from gongkai.report.document import Place
from gongkai.report.reader.hits import Hit, hits
from gongkai.report.reader.labels import Match, rows_of
from gongkai.report.reader.normal import fold
from gongkai.report.reader.rows import Found, Head, Row
from gongkai.report.reader.tokens import ONLY_CELLS, tokens
from gongkai.tables.form import TABLES, form

_UNKNOWN = re.compile(r"(?:[\s|]|[1-8][.．、])*[^\d\s|][^\d]*?(?=[\s|]*[+\-]?[\d/])")
_NEW_LABEL = re.compile(
    r"[^\d\n]*\n[\s|]*(?:[一二三四]、|[（(][一二三四五六七][)）]|[1-8][.．、])\s*[^\d\s|]"
)
_NUMBERS = re.compile(r"\d+")
_SENTENCE = re.compile(r"\s*[，。；、：]")
_LEAST_CELLS = {"applications": 2, "proactive": 1}
_TAIL = 60
_PACKED = 7
_ENOUGH_PACKED = 3
_ENOUGH_LOST = 2
_ENOUGH_ROWS = 3


def in_text(
    text: str, locate: Callable[[int], Place], edition: str, missing: frozenset[str] = frozenset()
) -> tuple[dict[str, Found], list[tuple[int, int]]]:
    """Rows found in running text by table, and the spans of the text that belong to tables.

    ``missing`` names rows of a table that was found before this text; such a row may open it.
    """
    walk = _Walk(text, locate, hits(text, edition), edition, missing)
    for number in range(len(walk.marks)):
        walk.step(number)
    walk.close(len(text))
    walk.take_lone()
    walk.mark_packed()
    return walk.found, sorted(walk.spans)


class _Walk:
    """A walk along the labels of a text; ``zone`` is the table part that is open."""

    def __init__(
        self,
        text: str,
        locate: Callable[[int], Place],
        marks: list[Hit],
        edition: str,
        missing: frozenset[str],
    ) -> None:
        self.text = text
        self.missing = missing
        self.edition = edition
        self.locate = locate
        self.marks = marks
        self.found = {key: Found() for key in TABLES}
        self.spans: list[tuple[int, int]] = []
        self.zone: list[int] | None = None
        self.before: dict[str, tuple[int, int, int]] = {}
        self.lone: list[tuple[int, int, list[str]]] = []

    def mark_packed(self) -> None:
        """Say of every row whether this text runs cells together (0000000) or drops blank ones."""
        rows = self.found["applications"].rows
        packed = sum(len(r.tokens) == 1 and len(r.tokens[0]) >= _PACKED for r in rows) >= _ENOUGH_PACKED
        lossy = sum(0 < sum(map(len, r.tokens)) < _PACKED for r in rows) >= _ENOUGH_LOST
        for found in self.found.values():
            for row in found.rows:
                row.packed, row.lossy = packed, lossy

    def open(self, hit: Hit) -> None:
        """Begin a zone, remembering what was found before it."""
        start = len(self.text[: hit.start].rstrip("（( "))
        self.zone = [start, hit.end]
        self.before = {k: (len(f.rows), len(f.group_rows), len(f.heads)) for k, f in self.found.items()}

    def close(self, end: int) -> None:
        """End the open zone; one without a row was no table, and its text stays where it was."""
        if self.zone is not None and any(len(f.rows) > self.before[k][0] for k, f in self.found.items()):
            self.spans.append((self.zone[0], min(self.zone[1], end)))
        self.zone = None

    def reject(self) -> None:
        """What looked like a table is a sentence: nothing of it was found."""
        for key, (rows, groups, heads) in self.before.items():
            found = self.found[key]
            del found.rows[rows:], found.group_rows[groups:], found.heads[heads:]
        self.zone = None

    def step(self, number: int) -> None:
        """Take one label and what follows it."""
        hit = self.marks[number]
        if hit.key.startswith("title:"):
            self.close(hit.start)
            self._lone_remedies(hit)
            return
        following = self.marks[number + 1].start if number + 1 < len(self.marks) else len(self.text)
        between = self.text[hit.end : following]
        cells, taken = tokens(between, self._width(hit)) if not _NEW_LABEL.match(between) else ([], 0)
        if self.zone is None:
            if not self._opens(number, between, cells):
                return
            self.open(hit)
        if cells and _SENTENCE.match(between, taken):
            if self._proven():
                self.close(hit.start)
            else:
                self.reject()
        else:
            self._take(hit, cells, taken, between, following)

    def _width(self, hit: Hit) -> int:
        """How many cells a row of the applications has; 0 for every other label."""
        plain = hit.table == "applications" and ":" not in hit.key and hit.key != "head"
        return len(form(self.edition).table(hit.table).columns) if plain else 0

    def _proven(self) -> bool:
        """True where the open zone holds rows enough to be a table, whatever comes after it."""
        rows = [r for k, f in self.found.items() for r in f.rows[self.before[k][0] :]]
        return len(rows) >= _ENOUGH_ROWS or any(len(r.filled) >= _PACKED for r in rows)

    def _take(self, hit: Hit, cells: list[str], taken: int, between: str, following: int) -> None:
        """Take the cells of a label inside a zone."""
        if self.zone is None:
            return
        if hit.table == "proactive" and hit.key.startswith("column:"):
            wording = {hit.key.removeprefix("column:"): self.text[hit.start : hit.end]}
            self.found[hit.table].heads.append(Head({}, wording))
        bears = self._bears(hit, cells)
        if _prose(between, cells, taken):
            if cells and bears:
                self.zone[1] = hit.end + taken
                self._add(hit, cells)
            self.close(max(self.zone[1], hit.start))
            return
        self.zone[1] = hit.end + taken if cells else hit.end
        if bears and (cells or hit.table != "remedies"):
            self._add(hit, cells)
        if hit.table != "remedies" and (cells or not bears):
            self._unknown_labels(hit, hit.end + taken if bears else hit.end, following)

    def _lone_remedies(self, hit: Hit) -> None:
        """The row of remedies by itself, where print cut the words of its head: fifteen cells in a line."""
        f = form(self.edition)
        if hit.key != f"title:{f.table('remedies').chapter}":
            return
        wanted = sum(1 for _ in f.table("remedies").paths())
        later = [m.start for m in self.marks if m.key.startswith("title:") and m.start > hit.start]
        at = hit.end
        for line in self.text[hit.end : min(later, default=len(self.text))].split("\n"):
            cells = tokens("\n" + line)[0] if ONLY_CELLS.fullmatch(line.strip()) else []
            if len(cells) == wanted:
                self.lone.append((at, len(line), cells))
            at += len(line) + 1

    def take_lone(self) -> None:
        """Take a lone row of remedies where no other was found."""
        if self.found["remedies"].rows or not self.lone:
            return
        at, length, cells = self.lone[0]
        place = self.locate(at)
        row = Row("", None, cells, place, places=[place] * len(cells), glued=True)
        self.found["remedies"].rows.append(row)
        self.spans.append((at, at + length))

    def _unknown_labels(self, hit: Hit, start: int, end: int) -> None:
        """Words no label fits, followed by numbers: a row whose label is misprinted or cut."""
        while label := _UNKNOWN.match(self.text, start, end):
            cells, taken = tokens(self.text[label.end() : end])
            if len(cells) < _LEAST_CELLS[hit.table]:
                return
            words = label.group().replace("|", " ").strip()
            place = self.locate(start)
            match = rows_of(self.edition, hit.table).match(words)
            self.found[hit.table].rows.append(
                Row(words, match, cells, place, places=[place] * len(cells), glued=True)
            )
            start = label.end() + taken
            if self.zone is not None:
                self.zone[1] = start

    def _opens(self, number: int, between: str, cells: list[str]) -> bool:
        """True where a table begins with this label: words that only a table has, or a row with its cells."""
        hit = self.marks[number]
        if hit.key == "head":
            return not fold(between) or not between[:1].strip(" \t\n|")
        if hit.key.startswith("block:"):
            return bool(cells) or not fold(between)
        if hit.key == "newly_received":
            return bool(cells)
        if hit.key in self.missing and not fold(self.text[: hit.start]):
            return len(cells) >= len(form(self.edition).table(hit.table).columns_of(hit.key))
        return _heads_remedies(self.marks, number, self.text)

    @staticmethod
    def _bears(hit: Hit, cells: list[str]) -> bool:
        """True where the label may have cells of its own: a row, or the last word of the head of remedies."""
        if hit.table == "remedies":
            return hit.key == "column:total" or (":" not in hit.key and hit.key != "head" and any(cells))
        if hit.wording in _heads_too(hit.table) and not any(cells) and not hit.numbered:
            return False
        if hit.key in ("group:otherwise",):
            return any(cells)
        return ":" not in hit.key and hit.key != "head"

    def _add(self, hit: Hit, cells: list[str]) -> None:
        where = self.locate(hit.start)
        plain = ":" not in hit.key
        key = hit.key.removeprefix("group:")
        row = Row(
            label=self.text[hit.start : hit.end].strip(),
            match=Match(key, 1.0) if plain or hit.key.startswith("group:") else None,
            tokens=cells,
            place=where,
            places=[where] * len(cells),
            glued=True,
        )
        target = self.found[hit.table]
        (target.rows if plain or hit.table == "remedies" else target.group_rows).append(row)


@lru_cache(maxsize=4)
def _heads_too(table: str) -> frozenset[str]:
    """Folded words that may be a row and a column (其他, 总计): without numbers they head a column."""
    return frozenset(fold(w) for c in form("2021").table(table).columns for w in c.wordings)


def _heads_remedies(marks: list[Hit], i: int, text: str) -> bool:
    """True where the words that head the table of remedies follow each other without prose between them."""
    run = marks[i : i + 4]
    if len(run) < 4 or any(h.table != "remedies" for h in run):
        return False
    return all(not fold(text[a.end : b.start]) for a, b in pairwise(run))


def _prose(between: str, cells: list[str], taken: int) -> bool:
    """True where a sentence follows, which no table has."""
    rest = between[taken:] if cells else between
    words = max(map(len, _NUMBERS.split(fold(rest))))
    return words > _TAIL or "。" in rest.strip()[:_TAIL]
