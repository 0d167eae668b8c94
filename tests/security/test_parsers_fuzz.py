"""Bytes and strings that nobody meant: every parser answers with a report or with a FileError, and in time (C34).

Bounded for the test run. Inputs start from real shapes (a page, a Word file, a worksheet, a PDF) and are then cut,
doubled, flipped and stirred; Hypothesis keeps the examples that failed.
"""

from __future__ import annotations

import contextlib
import io
import random
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.report.reader.reading import open_report
from gongkai.report.statements.numbers import chinese_number, figures
from gongkai.values.errors import FileError
from tests.adversary.run import make

BOUNDED = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
SECONDS = 2.0

NUMERALS = st.text(
    alphabet="零一二两三四五六七八九十百千万亿点余多约逾近超百分之０１９0123456789.,，%％件条次-— \n",
    max_size=40,
)
TAGS = [
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<p>",
    "</p>",
    "<script>",
    "</script>",
    "<!--",
]
ODD = [
    "<td rowspan=99999>",
    "<td colspan=99999>",
    "<td rowspan=-1 colspan=x>",
    "-->",
    "&#x110000;",
    "&nbsp;",
    "\x00",
]
WORDS = [
    "一、总体情况",
    "规章",
    "总计",
    "自然人",
    "行政复议",
    "3.其他",
    "（七）总计",
    "12",
    "0",
    "/",
    "１，２３４",
]
MARKUP = st.lists(st.sampled_from(TAGS + ODD + WORDS), max_size=120).map("".join)


def opens(name: str, data: bytes) -> None:
    """Read: a report or a refusal, nothing else, in two seconds of processor time."""
    began = time.process_time()
    refusal = ""
    reports: tuple[object, ...] = ()
    try:
        reports = open_report(name, data).reports
    except FileError as error:
        refusal = error.message
    assert reports or refusal
    assert time.process_time() - began < SECONDS


def spoil(data: bytes, rng: random.Random) -> bytes:
    """Cut, double, flip or stir some bytes."""
    out = bytearray(data)
    for _ in range(rng.randint(1, 12)):
        at = rng.randrange(len(out)) if out else 0
        act = rng.randrange(4)
        if act == 0:
            del out[at : at + rng.randint(1, 200)]
        elif act == 1:
            out[at:at] = out[at : at + rng.randint(1, 200)]
        elif act == 2 and out:
            out[at] ^= 1 << rng.randrange(8)
        else:
            out[at:at] = rng.randbytes(rng.randint(1, 8))
    return bytes(out)


@BOUNDED
@given(NUMERALS)
def test_number_words(text: str) -> None:
    """Any string of numerals and units yields figures that lie inside it."""
    for figure in figures(text):
        assert figure is not None


@BOUNDED
@given(st.text(alphabet="零一二两三四五六七八九十百千万亿", max_size=30))
def test_chinese_numbers(text: str) -> None:
    """Any string of Chinese numerals is a number or refused as one, never a crash."""
    with contextlib.suppress(ValueError):
        assert chinese_number(text) >= 0


@BOUNDED
@given(MARKUP)
def test_html_soup(text: str) -> None:
    """Tables in any disorder, absurd spans, stray entities."""
    opens("page.html", text.encode("utf-8", "replace"))


@BOUNDED
@given(
    st.text(max_size=400), st.sampled_from(["a.txt", "a.md"]), st.sampled_from(["utf-8", "utf-16", "gb18030"])
)
def test_any_text(text: str, name: str, encoding: str) -> None:
    """Any text in any encoding."""
    opens(name, text.encode(encoding, "replace"))


@BOUNDED
@given(
    st.binary(max_size=600),
    st.sampled_from(["html", "docx", "xlsx", "pdf", "txt", "md", "json", "doc", "wps"]),
)
def test_any_bytes(data: bytes, suffix: str) -> None:
    """Any bytes under any name."""
    opens(f"file.{suffix}", data)


@pytest.mark.parametrize("layout", ["html_word", "md", "tabs", "glued", "one_cell_pipe", "docx", "xlsx"])
def test_spoilt_reports(layout: str) -> None:
    """Real shapes with some bytes spoilt: forty of each."""
    for seed in range(40):
        _, name, data = make(seed, "nothing", layout)
        opens(name, spoil(data, random.Random(seed)))


def _repack(data: bytes, part: str, text: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return out.getvalue()


def test_stirred_word_trees() -> None:
    """The XML of a Word file with elements dropped, doubled and exchanged: forty files."""
    _, name, data = make(3, "nothing", "docx")
    body = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    pieces = body.replace("><", ">\x00<").split("\x00")
    for seed in range(40):
        rng = random.Random(seed)
        stirred = list(pieces)
        for _ in range(rng.randint(1, 20)):
            at, to = rng.randrange(len(stirred)), rng.randrange(len(stirred))
            stirred[at], stirred[to] = stirred[to], rng.choice((stirred[at], "", stirred[to]))
        opens(name, _repack(data, "word/document.xml", "".join(stirred).encode()))


def test_spoilt_pdf() -> None:
    """A PDF with some bytes spoilt: thirty files."""
    _, name, data = make(3, "nothing", "pdf")
    opens(name, data)
    for seed in range(30):
        opens(name, spoil(data, random.Random(seed)))


def test_the_bound_can_fail() -> None:
    """Control: what is no FileError does not pass."""
    with pytest.raises(TypeError):
        opens("a.txt", None)  # type: ignore[arg-type]
