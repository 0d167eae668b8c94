"""Tables in running text: one cell a line, cells apart by spaces, or glued without any separator.

The text is folded (spaces and punctuation dropped, every character keeping its offset), the labels of the
form are searched in it, and what stands between two labels is taken as the cells of the first. Only inside
a *zone* that begins where a table begins, so that prose that speaks of 行政许可 is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from gongkai.report.document import Place
from gongkai.report.reader.labels import Match, rows_of
from gongkai.report.reader.normal import FOLD, clean, fold, without_enumerator
from gongkai.report.reader.rows import Found, Head, Row
from gongkai.tables.form import TABLES, form

_ENUMERATION = re.compile(r"(?:[(（]\s*[一二三四五六七八九]\s*[)）]|[一二三四]\s*、|[1-8]\s*[.．、])\s*$")
_TOKEN = re.compile(
    r"(?:[+\-＋－−]|(?<![\d０-９]))[\d０-９]++(?:[,.，．][\d０-９]++)*+(?!\s*[.．、]\s*[^\s\d|])(?:件|笔|项|元|万元|条|个|宗)?"
    r"(?:[（(][^）)\d]*\d*[^）)\d]*[）)])?|/|／|—+|-(?!\s*\d+\s*-)"
)
_UNKNOWN = re.compile(r"(?:[\s|]|[1-8][.．、])*[^\d\s|][^\d]*?(?=[\s|]*[+\-]?[\d/])")
_NEW_LABEL = re.compile(
    r"[^\d\n]*\n[\s|]*(?:[一二三四]、|[（(][一二三四五六七][)）]|[1-8][.．、])\s*[^\d\s|]"
)
_LEAST_CELLS = {"applications": 2, "proactive": 1}
_FURNITURE = re.compile(r"^\s*[—–-]+\s*\d{1,3}\s*[—–-]+\s*$")
_TAIL = 60
_SHORT = 2
_NUMERALS = "一二三四五六七八九十"
_PACKED = 7
_ENOUGH_PACKED = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A label found in the text: what it is, and where it stands in the original text."""

    table: str
    key: str
    start: int
    end: int
    wording: str
    numbered: bool = False


@lru_cache(maxsize=4)
def _lexicon(edition: str) -> tuple[re.Pattern[str], dict[str, list[tuple[str, str]]]]:
    """One pattern of all folded wordings, longest first, and what each may be."""
    words: dict[str, list[tuple[str, str]]] = {}
    f = form(edition)
    for table in f.tables:
        for kind, labels in (("row", table.rows), ("group", table.groups), ("column", table.columns)):
            for label in labels:
                for wording in label.wordings:
                    key = label.key if kind == "row" else f"{kind}:{label.key}"
                    words.setdefault(fold(without_enumerator(wording)), []).append((table.key, key))
        for block in table.blocks:
            words.setdefault(fold(block.heading), []).append((table.key, "block:" + block.item))
        for word in (table.corner, table.column_heading, table.column_group):
            if word:
                words.setdefault(fold(word), []).append((table.key, "head"))
    for chapter in f.chapters:
        for wording in chapter.wordings:
            words.setdefault(fold(without_enumerator(wording)), []).append(("", f"title:{chapter.key}"))
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered))), words


def folded_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the offset in the original."""
    chars: list[str] = []
    offsets: list[int] = []
    for i, ch in enumerate(text):
        kept = ch.translate(FOLD)
        if kept:
            chars.append(kept)
            offsets.append(i)
    return "".join(chars), offsets


def hits(text: str, edition: str) -> list[Hit]:
    """Every label in the text, in order; one wording may be a label of several tables, the nearest wins."""
    pattern, words = _lexicon(edition)
    folded, offsets = folded_with_offsets(text)
    out: list[Hit] = []
    table = "proactive"
    matches = list(pattern.finditer(folded))
    starts = {m.start() for m in matches}
    for match in matches:
        if len(match.group()) <= _SHORT and _goes_on(folded, match.end(), starts):
            continue
        choices = words[match.group()]
        own, key = next((c for c in choices if c[0] == table), choices[0])
        table = own or table
        start, end = offsets[match.start()], offsets[match.end() - 1] + 1
        before = _ENUMERATION.search(text, max(0, start - 8), start)
        first = before.start() if before else start
        out.append(Hit(table, key, first, end, match.group(), before is not None))
    return out


def _goes_on(folded: str, end: int, starts: set[int]) -> bool:
    """True where a short label (其他) is only the beginning of other words, so that it is no label here."""
    return (
        end < len(folded)
        and end not in starts
        and "\u4e00" <= folded[end] <= "\u9fff"
        and folded[end] not in _NUMERALS
    )


def tokens(text: str) -> tuple[list[str], int]:
    """The cells at the beginning of a text after a label, and how many characters they take.

    Pipes and tabs part cells, so that nothing between two of them is a blank cell; a line of several pipes
    alone is what a spanned cell left behind and counts for nothing. Words before the first number are the
    rest of the label; words after it end the row.
    """
    scan = _Scan()
    at = 0
    for line in text.split("\n"):
        if not scan.line(line, at):
            break
        at += len(line) + 1
    return scan.out, scan.end


class _Scan:
    """Cells met so far, and where the last of them ended."""

    def __init__(self) -> None:
        self.out: list[str] = []
        self.end = 0

    @property
    def started(self) -> bool:
        return any(self.out)

    def line(self, line: str, at: int) -> bool:
        """Take one line; False where the row has ended."""
        bare = line.strip()
        if not bare or _FURNITURE.match(line):
            return True
        if not bare.strip("|"):
            # the pipe that closes the label's own line is no cell
            if bare == "|" and at > 0:
                self.out.append("")
            return True
        pieces = line.replace("\t", "|").split("|")
        for number, piece in enumerate(pieces):
            if not piece.strip():
                if self.started and 0 < number < len(pieces) - 1:
                    self.out.append("")
            elif not self._piece(piece, at):
                return False
            at += len(piece) + 1
        return True

    def _piece(self, piece: str, at: int) -> bool:
        position = 0
        for match in _TOKEN.finditer(piece):
            if piece[position : match.start()].strip() and self.started:
                return False
            self.out.append(clean(match.group()))
            position = match.end()
            self.end = at + position
        return not (piece[position:].strip() and self.started)


def in_text(
    text: str, locate: Callable[[int], Place], edition: str
) -> tuple[dict[str, Found], list[tuple[int, int]]]:
    """Rows found in running text by table, and the spans of the text that belong to tables."""
    walk = _Walk(text, locate, hits(text, edition), edition)
    for number in range(len(walk.marks)):
        walk.step(number)
    walk.close(len(text))
    walk.mark_packed()
    return walk.found, walk.spans


class _Walk:
    """A walk along the labels of a text; ``zone`` is the table part that is open."""

    def __init__(self, text: str, locate: Callable[[int], Place], marks: list[Hit], edition: str) -> None:
        self.text = text
        self.edition = edition
        self.locate = locate
        self.marks = marks
        self.found = {key: Found() for key in TABLES}
        self.spans: list[tuple[int, int]] = []
        self.zone: list[int] | None = None

    def mark_packed(self) -> None:
        """Say of every row whether this text runs cells together (0000000)."""
        rows = self.found["applications"].rows
        packed = sum(len(r.tokens) == 1 and len(r.tokens[0]) >= _PACKED for r in rows) >= _ENOUGH_PACKED
        for found in self.found.values():
            for row in found.rows:
                row.packed = packed

    def close(self, end: int) -> None:
        """End the open zone."""
        if self.zone is not None:
            self.spans.append((self.zone[0], min(self.zone[1], end)))
        self.zone = None

    def step(self, number: int) -> None:
        """Take one label and what follows it."""
        hit = self.marks[number]
        if hit.key.startswith("title:"):
            self.close(hit.start)
            return
        if hit.table == "proactive" and hit.key.startswith("column:"):
            self.found[hit.table].heads.append(
                Head({}, {hit.key.removeprefix("column:"): self.text[hit.start : hit.end]})
            )
        following = self.marks[number + 1].start if number + 1 < len(self.marks) else len(self.text)
        if self.zone is None and not self._opens(number):
            return
        between = self.text[hit.end : following]
        cells, taken = tokens(between) if not _NEW_LABEL.match(between) else ([], 0)
        if self.zone is None:
            self.zone = [hit.start, hit.end]
        if _prose(between, cells, taken):
            self.zone[1] = hit.end + taken if cells and self._bears(hit, cells) else self.zone[1]
            if cells and self._bears(hit, cells):
                self._add(hit, cells)
            self.close(max(self.zone[1], hit.start))
            return
        self.zone[1] = hit.end + taken if cells else hit.end
        if self._bears(hit, cells) and (cells or hit.table != "remedies"):
            self._add(hit, cells)
        if hit.table == "remedies":
            return
        if not self._bears(hit, cells):
            self._unknown_labels(hit, hit.end, following)
        elif cells:
            self._unknown_labels(hit, hit.end + taken, following)

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

    def _opens(self, number: int) -> bool:
        hit = self.marks[number]
        if hit.key in ("newly_received", "head") or hit.key.startswith("block:"):
            return True
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
    return len(fold(rest)) > _TAIL or "。" in rest.strip()[:_TAIL]
