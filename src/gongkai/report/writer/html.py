"""A report as one web page: semantic, self-contained, readable from a disk and fit to print.

The page has no script and no address of another file; its style stands in its head. Each table has the title
of its chapter as caption, heads with scopes, a group of rows for each block; on paper no row is split and the
heads come again on every page. What the page says of itself follows 《政府网站发展指引》: ``ArticleTitle``,
``ContentSource``, and ``PubDate`` where the day of publication is known (no hour is invented).

Source: 国办发〔2017〕47号 (tags of a page); GB/T 9704-2012 (type area, fonts, levels of headings).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from gongkai.press.marks import MADE_BY
from gongkai.report.document import AnnualReport
from gongkai.report.writer.headings import is_heading
from gongkai.report.writer.layout import LaidCell, LaidTable, tables
from gongkai.report.writer.prose import Prose, ProseChapter, prose

_STATES = {"absent": "报告里没有印出这一格", "unsettled": "这一格没有读准，待核对"}


def write(report: AnnualReport) -> bytes:
    """The page, UTF-8.

    Raises :class:`gongkai.values.errors.Refused` (``outside_form``) where a cell has no place in the form.
    """
    text = prose(report)
    laid = {table.key: table for table in tables(report)}
    parts = [*_opening(text), *(part for c in text.chapters for part in _chapter(c, laid))]
    parts += _closing(text)
    body = "\n".join(parts)
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n{_head(report, text)}\n</head>\n'
        f"<body>\n<main>\n<article>\n{body}\n</article>\n</main>\n</body>\n</html>\n"
    ).encode()


def _head(report: AnnualReport, text: Prose) -> str:
    title = report.title or "".join(text.title) or "年度报告"
    named = {"generator": MADE_BY, "ArticleTitle": report.title, "ContentSource": report.organ}
    if report.published_on is not None:
        named["PubDate"] = report.published_on.isoformat()
    metas = "".join(
        f'<meta name="{name}" content="{escape(said)}">\n' for name, said in named.items() if said
    )
    style = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    return (
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n{metas}<style>\n{style}</style>"
    )


def _opening(text: Prose) -> Iterator[str]:
    if text.title:
        yield f"<h1>{'<br>'.join(map(escape, text.title))}</h1>"
    yield from map(_paragraph, text.preamble)


def _closing(text: Prose) -> Iterator[str]:
    if text.signature:
        yield f'<p class="name">{escape(text.signature)}</p>'
    if text.date:
        yield f'<p class="day">{escape(text.date)}</p>'


def _chapter(chapter: ProseChapter, laid: dict[str, LaidTable]) -> Iterator[str]:
    if chapter.title:
        yield f"<h2>{escape(chapter.title)}</h2>"
    yield from map(_paragraph, chapter.paragraphs)
    if chapter.table is not None:
        yield _table(laid[chapter.table], captioned=bool(chapter.title))


def _paragraph(text: str) -> str:
    """A heading of the third level for a short （一）, else a paragraph."""
    if is_heading(text):
        return f"<h3>{escape(text)}</h3>"
    return f"<p>{escape(text)}</p>"


def _table(table: LaidTable, *, captioned: bool) -> str:
    """The table; where print has no title for its chapter the name is for those who cannot see alone."""
    name = f"\n<caption>{escape(table.title)}</caption>" if captioned else ""
    label = "" if captioned else f' aria-label="{escape(table.title)}"'
    columns = f"<colgroup>{'<col>' * table.width}</colgroup>"
    head = f"\n<thead>\n{_rows(table.rows[: table.head])}</thead>" if table.head else ""
    bodies = "".join(f"\n<tbody>\n{_rows(rows)}</tbody>" for rows in _bodies(table))
    inner = f"{name}\n{columns}{head}{bodies}\n"
    return f'<div class="sheet"><table class="{table.key}"{label}>{inner}</table></div>'


def _bodies(table: LaidTable) -> Iterator[list[tuple[LaidCell, ...]]]:
    """The rows under the head, a new group at every row that is one heading over the whole width."""
    group: list[tuple[LaidCell, ...]] = []
    for row in table.rows[table.head :]:
        if len(row) == 1 and row[0].kind == "head" and group:
            yield group
            group = []
        group.append(row)
    yield group


def _rows(rows: Iterable[tuple[LaidCell, ...]]) -> str:
    return "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)


def _cell(cell: LaidCell) -> str:
    attributes = f' rowspan="{cell.rowspan}"' if cell.rowspan > 1 else ""
    attributes += f' colspan="{cell.colspan}"' if cell.colspan > 1 else ""
    if cell.kind != "number":
        side = ' class="left"' if cell.align == "left" else ""
        return f'<th scope="{_scope(cell)}"{attributes}{side}>{escape(cell.text)}</th>'
    if cell.state in _STATES:
        attributes += f' class="{cell.state}" title="{_STATES[cell.state]}"'
    return f"<td{attributes}>{escape(cell.text)}</td>"


def _scope(cell: LaidCell) -> str:
    if cell.kind == "label":
        return "rowgroup" if cell.rowspan > 1 else "row"
    return "colgroup" if cell.colspan > 1 else "col"
