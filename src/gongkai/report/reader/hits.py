"""Labels of the form searched in running text: folded, every character keeping its offset in the original."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from gongkai.report.reader.normal import FOLD, fold, without_enumerator
from gongkai.tables.form import form

_ENUMERATION = re.compile(r"(?:[(（]\s*[一二三四五六七八九]\s*[)）]|[一二三四]\s*、|[1-8]\s*[.．、])\s*$")
_SHORT = 2
_NONE = "无"
"""Stands in a cell for nothing, so it may follow a short label."""
_NUMERALS = "一二三四五六七八九十"


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
        for word in (table.corner, table.column_heading):
            if word:
                words.setdefault(fold(word), []).append((table.key, "head"))
        if table.column_group:
            words.setdefault(fold(table.column_group), []).append((table.key, "group:organisations"))
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
        and folded[end] != _NONE
        and "\u4e00" <= folded[end] <= "\u9fff"
        and folded[end] not in _NUMERALS
    )
