"""No text of the real reports stands in the project: what is shipped and tested is the project's own writing.

The reports to measure with belong to others; figures and layouts may carry over, sentences may not. Two texts
are compared by their CJK characters and digits alone, so that punctuation and line breaks hide no copy.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest

from gongkai.report.reader.blocks import Paragraph
from gongkai.report.reader.traditional import simplified
from gongkai.tables.form import EDITIONS, form
from tests.house.tree import ROOT, SRC, tracked

RUN = 13
"""So many characters in a row that also stand in a report are a copy; fewer are the language of the trade."""
GLUE = 4
"""So many characters may stand in a run beside official words: what joins them where everything else drops."""
OTHER = re.compile(r"[^\u3400-\u4dbf\u4e00-\u9fff0-9]+")
MARKUP = re.compile(r"(?s)<(script|style)\b.*?</\1>|<!--.*?-->|<[^>]*>")
SOURCES = ("seeds/*.txt", "reports/*/source.txt", "reports/*/source.md", "reports/*/source.html")
FORM_WORDS = {"label", "title", "variants", "corner", "column_heading", "column_group", "heading"}
"""The keys of ``form_*.toml`` that hold what the official form prints."""

OFFICIAL = (
    r"(?:中华人民共和国)?政府信息公开条例(?:国务院令第(?:711号)?)?",  # the Regulation and its number
    r"(?:中华人民共和国)?政府信息公开工作年度报告格式",  # the norm that sets the form
    r"国办公开办函(?:202130|201960)号",  # the document numbers of the two editions of the form
    r"(?:国务院办公厅关于印发)?政府信息公开信息处理费管理办法",  # the rules on fees
    r"国办函2020109号",  # their document number
    r"突发公共事件的应急预案预警信息及应对情况",  # item 12 of article 20 of the Regulation, as enacted
    r"(?:[\u4e00-\u9fff]{0,3}(?:局|人民政府))?(?:\d{4})?年?度?政府信息公开工作年度报告",  # the title set by the norm
    r"(?:数据的统计期限)?[自从为]?20\d\d年1月1日起?[至到](?:20\d\d年)?12月\d\d?日?止?",  # the year that is counted
    r"政治关法律关政策关保密关文字关",  # the five gates of the norm on review before publishing, in its order
    r"截至20\d\d年12月31日",  # the same, by its end
)
"""Names of laws and norms, and shapes that the norms lay down: whoever writes a report writes these."""


def bare(text: str) -> str:
    """The CJK characters and digits of a text, everything else dropped."""
    return OTHER.sub("", text)


def grams(text: str) -> Iterator[int]:
    """The hash of every run of :data:`RUN` characters of a bare text, in order."""
    return (hash(text[i : i + RUN]) for i in range(len(text) - RUN + 1))


def printed(node: Any) -> Iterator[str]:
    """Every text that the form prints, below a node of ``form_*.toml``."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for part in node:
            yield from printed(part)


def form_words(node: Any) -> Iterator[str]:
    """What the form prints, bare: whole, without its numbering, and by the pieces between its punctuation."""
    if isinstance(node, list):
        for part in node:
            yield from form_words(part)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in FORM_WORDS:
                for word in printed(value):
                    yield from (bare(word), *map(bare, re.split(r"[，。：、（）.]", word)))
            else:
                yield from form_words(value)


def set_phrases() -> Iterator[str]:
    """What the project itself calls nobody's own when it compares reports; the short ones are mere words."""
    phrases = tomllib.loads((SRC / "report" / "standard_phrases.toml").read_text(encoding="utf-8"))["phrases"]
    return (word for word in map(bare, chain.from_iterable(phrases.values())) if len(word) > GLUE)


@cache
def official() -> tuple[re.Pattern[str], ...]:
    """Everything that is nobody's own sentence: names, words of the form, its narrow cells, set phrases."""
    words: set[str] = set()
    for edition in EDITIONS:
        text = (SRC / "tables" / f"form_{edition}.toml").read_text(encoding="utf-8")
        words |= {word for word in form_words(tomllib.loads(text)) if len(word) > 1}
    # A narrow cell is printed over two or three lines, and a page read line by line mixes them with its
    # neighbours: four such halves in a row are the head of a table, never a sentence.
    halves = {word[i : i + 2] for word in words if len(word) in (4, 6) for i in range(0, len(word), 2)}
    narrow = f"(?:{'|'.join(sorted(halves | {'总计', '其他'}))}){{4,}}"
    # A label misprinted or cut by a line, as fixtures of the checks have it, is still a label up to there.
    begun = {word[:end] for word in words if len(word) > 7 for end in range(6, len(word))}
    longest = sorted(words | begun | set(set_phrases()), key=len, reverse=True)
    # Looking ahead finds words that overlap, too: the end of one label may begin another.
    return *map(re.compile, OFFICIAL), re.compile(narrow), re.compile(f"(?=({'|'.join(longest)}))")


def unofficial(mine: str) -> bytearray:
    """For every character of a bare text, 1 where it is neither a figure nor part of official words."""
    own = bytearray(not c.isdigit() for c in mine)
    for pattern in official():
        for match in pattern.finditer(mine):
            start, end = match.span(pattern.groups)
            own[start:end] = bytes(end - start)
    return own


def copies(text: str, theirs: frozenset[int]) -> list[str]:
    """The runs of a text that stand in a report and are more than official words, figures and glue."""
    mine = simple(bare(text))
    starts = [i for i, gram in enumerate(grams(mine)) if gram in theirs]
    if not starts:
        return []
    own = unofficial(mine)
    ends = [i for i, after in pairwise([*starts, len(mine)]) if after > i + 1]
    begins = [starts[0], *(after for i, after in pairwise(starts) if after > i + 1)]
    runs = [(a, b + RUN) for a, b in zip(begins, ends, strict=True)]
    return [mine[a:b] for a, b in runs if sum(own[a:b]) > GLUE]


def simple(text: str) -> str:
    """Traditional characters made simplified, so that neither a copy nor a label hides behind them."""
    item = (0, Paragraph(text))
    return simplified([item])[0][1].text


@cache
def reports(shared: Path) -> tuple[str, ...]:
    """The bare text of every report of the folder, without its markup."""
    found = sorted(path for pattern in SOURCES for path in shared.glob(pattern))
    raw = (path.read_text(encoding="utf-8", errors="replace") for path in found)
    return tuple(simple(bare(MARKUP.sub("", text))) for text in raw)


@pytest.fixture(scope="module")
def theirs(shared: Path) -> frozenset[int]:
    """The hashed runs of all reports; skips where the folder holds none."""
    if not reports(shared):
        pytest.skip("no report in the shared folder: seeds/*.txt and reports/*/source.* are all absent")
    return frozenset(chain.from_iterable(map(grams, reports(shared))))


def texts() -> Iterator[tuple[str, str]]:
    """Path and text of every tracked file that is text."""
    for path in tracked():
        try:
            yield path.as_posix(), (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def test_no_sentence_of_a_report_stands_in_the_project(theirs: frozenset[int]) -> None:
    found = {path: copies(text, theirs) for path, text in texts()}
    assert {path: runs for path, runs in found.items() if runs} == {}


def a_sentence(text: str) -> str:
    """The first 20 characters in a row of a report's own prose; empty where all of it is tables."""
    own = unofficial(text)
    return next((text[i : i + 20] for i in range(len(text)) if sum(own[i : i + 20]) == 20), "")


def test_control_a_copied_sentence_is_caught(shared: Path, theirs: frozenset[int]) -> None:
    sentences = list(filter(None, map(a_sentence, reports(shared))))
    assert sentences, "no report of the shared folder holds prose to copy from"
    for copied in sentences:
        hidden = "\n  ".join(f"“{copied[i : i + 5]}”，" for i in range(0, 20, 5))
        assert copied in "".join(copies(f"text = 自己的话{hidden}，也是自己的话", theirs))
        assert copies(copied[: RUN - 1], theirs) == []


def test_control_official_words_are_nobodys(theirs: frozenset[int]) -> None:
    one = form("2021")
    assert copies("".join(label.label for label in one.chapters), theirs) == []
    for table in one.tables:
        assert copies(" | 0 | ".join(label.label for label in (*table.rows, *table.columns)), theirs) == []
