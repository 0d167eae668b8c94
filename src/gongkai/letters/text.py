"""A letter or form as plain text, as one reads it on a screen before it is printed."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.letters.layout import enclosure_lines, labels, title_lines
from gongkai.letters.paper import Paper, PaperBody

_INDENT = "　　"


def write(paper: Paper) -> bytes:
    """The text in UTF-8, a paragraph a line; cells of a table stand between bars."""
    return ("\n".join(_lines(paper)) + "\n").encode("utf-8")


def _lines(paper: Paper) -> Iterator[str]:
    yield from (line for line in (paper.head, paper.number) if line)
    yield from title_lines(paper)
    yield ""
    yield from (line for line in (paper.line, paper.addressee and f"{paper.addressee}：") if line)
    yield from _body(paper.body)
    if paper.enclosures:
        yield ""
        yield from (f"{_INDENT}{hung}{name}" for hung, name in enclosure_lines(paper))
    if paper.signature:
        yield ""
        yield f"{paper.signature}{'（盖章）' if paper.sealed else ''}"
        yield paper.date
    if paper.note:
        yield f"{_INDENT}{paper.note}"
    for label, sheet in zip(labels(paper), paper.sheets, strict=False):
        yield from ("", label, sheet.title, "")
        yield from _body(sheet.body)


def _body(body: PaperBody) -> Iterator[str]:
    yield from (f"{_INDENT}{text}" for text in body.paragraphs)
    for row in body.table.rows if body.table else ():
        yield "｜".join(["", *(cell.text.replace("\n", " ").strip() for cell in row), ""])
    yield from (f"{_INDENT}{text}" for text in body.after)
