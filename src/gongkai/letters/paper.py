"""A letter or form as it will be printed: texts in their places, before any writer has set it.

Both writers print a :class:`Paper`; its canonical text is what is hashed and compared, so that a scan with
seal is bound to words and not to the bytes of a file.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

VERSION = "gongkai-letter-1"
"""Named in every canonical text; another way of writing it down would have another."""


@dataclass(frozen=True, slots=True)
class PaperCell:
    """A cell: its text (lines parted by a line feed), whether it is a label, columns and least lines."""

    text: str
    label: bool
    span: int = 1
    lines: int = 1


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table: relative widths, rows of its head, rows of cells that fill the widths."""

    widths: tuple[int, ...]
    head: int
    rows: tuple[tuple[PaperCell, ...], ...]


@dataclass(frozen=True, slots=True)
class PaperBody:
    """Paragraphs, a table, paragraphs after it."""

    paragraphs: tuple[str, ...]
    table: PaperTable | None = None
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that goes with the letter."""

    title: str
    body: PaperBody


@dataclass(frozen=True, slots=True)
class Paper:
    """A filled document. ``head`` is the organ's name over a letter, "" on a form; ``title`` has one entry a
    line; ``line`` stands between the title and the table of a form; ``note`` is the 附注 in its brackets.
    ``day`` is the date as (year, month, day), for the file's properties.
    """

    document: str
    head: str
    number: str
    title: tuple[str, ...]
    addressee: str
    body: PaperBody
    enclosures: tuple[str, ...]
    signature: str
    date: str
    sealed: bool
    note: str
    sheets: tuple[Sheet, ...]
    day: tuple[int, int, int]
    line: str = ""

    @property
    def name(self) -> str:
        """The title in one line, for lists and the properties of files."""
        return "".join(self.title)


def parts(paper: Paper) -> Iterator[tuple[str, str]]:
    """Every text of the paper with the Chinese name of its place, in the order of print."""
    yield "文书编号", paper.document
    yield "发文机关标志", paper.head
    yield "发文字号", paper.number
    yield "标题", paper.name
    yield "题下行", paper.line
    yield "主送", paper.addressee
    yield from _body("正文", paper.body)
    for number, title in enumerate(paper.enclosures, 1):
        yield f"附件说明第{number}项", title
    yield "署名", paper.signature
    yield "成文日期", paper.date
    yield "用印", "盖章" if paper.sealed else "不盖章"
    yield "附注", paper.note
    for sheet in paper.sheets:
        yield "附件标题", sheet.title
        yield from _body(f"附件“{sheet.title}”", sheet.body)


def _body(place: str, body: PaperBody) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(body.paragraphs, 1):
        yield f"{place}第{number}段", text
    for at, row in enumerate(body.table.rows if body.table else (), 1):
        for column, cell in enumerate(row, 1):
            yield f"{place}表格第{at}行第{column}格", cell.text
    for number, text in enumerate(body.after, 1):
        yield f"{place}表后第{number}段", text


def canonical(paper: Paper) -> str:
    """The text that is hashed: every place with its text, a line each, in NFC; empty places left out."""
    lines = [VERSION]
    for place, text in parts(paper):
        if text:
            said = unicodedata.normalize("NFC", text).replace("\\", "\\\\").replace("\n", "\\n")
            lines.append(f"{place}\t{said}")
    return "\n".join(lines) + "\n"


def digest(paper: Paper) -> str:
    """SHA-256 of the canonical text in 64 hexadecimal digits: what a sealed scan is bound to."""
    return hashlib.sha256(canonical(paper).encode("utf-8")).hexdigest()
