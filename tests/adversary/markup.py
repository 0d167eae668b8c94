"""Renderers to HTML and Markdown: the same page as a clean page, pasted from Word, nested, chromed, piped."""

from __future__ import annotations

import random
from collections.abc import Callable
from html import escape

from .page import Line, Page
from .tree import Cell, Row, Tree, expand

CellText = Callable[[str], str]


def _plain(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _soup(rng: random.Random) -> CellText:
    """The text in runs, as a paste from Word leaves it."""

    def runs(text: str) -> str:
        if not text:
            return '<p class="MsoNormal"><span lang="EN-US"><o:p>&nbsp;</o:p></span></p>'
        cut = rng.randint(0, len(text))
        style = 'style="font-family:仿宋;mso-bidi-font-size:10.5pt"'
        parts = [p for p in (text[:cut], text[cut:]) if p]
        spans = "".join(f"<span {style}><font>{_plain(p)}</font></span>" for p in parts)
        return f'<p class="MsoNormal" align="center">{spans}<span lang="EN-US"><o:p></o:p></span></p>'

    return runs


def _cell(cell: Cell, text: CellText, spans: bool) -> str:
    attributes = ""
    if spans and cell.rowspan > 1:
        attributes += f' rowspan="{cell.rowspan}"'
    if spans and cell.colspan > 1:
        attributes += f' colspan="{cell.colspan}"'
    return f"<td{attributes}>{text(cell.text)}</td>"


def _rows(rows: list[Row], text: CellText, spans: bool) -> str:
    return "".join(f"<tr>{''.join(_cell(c, text, spans) for c in row.cells)}</tr>\n" for row in rows)


def _table(tree: Tree, text: CellText, spans: bool) -> str:
    before = "".join(f"<p>{_plain(t)}</p>" for t in tree.before)
    after = "".join(f"<p>{_plain(t)}</p>" for t in tree.after)
    return f'{before}<table border="1">\n{_rows(tree.rows, text, spans)}</table>\n{after}'


def _line(line: Line, text: CellText) -> str:
    if line.level:
        return f"<h{line.level}>{_plain(line.text)}</h{line.level}>\n"
    return f"<p>{text(line.text)}</p>\n" if text is _plain else f"{text(line.text)}\n"


def _shell(page: Page, body: str, chrome: bool = False) -> str:
    head = f'<meta charset="{page.encoding}"><title>{_plain(page.title)}</title>'
    if chrome:
        menu = "".join(f"<li><a href='/c{i}'>栏目{i}</a></li>" for i in range(1, 9))
        visits = (
            "<table><tr><td>今日访问</td><td>128</td></tr><tr><td>累计访问</td><td>90317</td></tr></table>"
        )
        body = (
            f"<div class='top'><ul>{menu}</ul><form><input name='q'><button>搜索</button></form></div>"
            f"<script>var total = 12; document.write('<table>');</script><div class='content'>{body}</div>"
            f"<div class='side'><h3>相关链接</h3>{visits}</div><div class='foot'>网站标识码：0000000000</div>"
        )
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>{body}</body></html>\n"


def _body(page: Page, text: CellText) -> str:
    spans = not page.drop_spans
    return "".join(_table(i, text, spans) if isinstance(i, Tree) else _line(i, text) for i in page.items)


def html_clean(page: Page, rng: random.Random) -> bytes:
    """The official layout with its spans."""
    return _shell(page, _body(page, _plain)).encode(page.encoding, "replace")


def html_word(page: Page, rng: random.Random) -> bytes:
    """Every text in spans and fonts, empty cells with ``o:p`` and a no-break space."""
    return _shell(page, _body(page, _soup(rng))).encode(page.encoding, "replace")


def html_nested(page: Page, rng: random.Random) -> bytes:
    """The whole page inside layout tables, as portals of the 2000s have it."""
    inner = _body(page, _plain)
    body = (
        f"<table width='960'><tr><td width='200'><table><tr><td>导航</td></tr></table></td>"
        f"<td><table><tr><td>{inner}</td></tr></table></td></tr></table>"
    )
    return _shell(page, body).encode(page.encoding, "replace")


def html_chrome(page: Page, rng: random.Random) -> bytes:
    """With menus, scripts and a counter of visits around the text."""
    return _shell(page, _body(page, _plain), chrome=True).encode(page.encoding, "replace")


def html_one(page: Page, rng: random.Random) -> bytes:
    """All tables in one table element, the chapter titles of the tables as rows that span it."""
    widest = max(t.width for t in page.trees())
    rows: list[Row] = []
    before: list[str] = []
    after: list[str] = []
    pending: list[Line] = []
    for item in page.items:
        if isinstance(item, Tree):
            rows.extend(Row([Cell(line.text, 1, widest, "head")]) for line in pending)
            rows.extend(item.rows)
            pending = []
        elif item.level == 2:
            (after if rows else before).extend(_line(p, _plain) for p in pending)
            pending = [item]
        else:
            (after if rows else before).extend(_line(p, _plain) for p in (*pending, item))
            pending = []
    table = f"<table>{_rows(rows, _plain, not page.drop_spans)}</table>"
    return _shell(page, "".join(before) + table + "".join(after)).encode(page.encoding, "replace")


def html_several(page: Page, rng: random.Random) -> bytes:
    """The table of proactive disclosure as one small table for each item of article 20."""
    items: list[Line | Tree] = []
    for item in page.items:
        if not isinstance(item, Tree) or item.key != "proactive":
            items.append(item)
            continue
        groups: list[list[Row]] = []
        for row in item.rows:
            if not groups or (len(row.cells) == 1 and row.cells[0].role == "head"):
                groups.append([])
            groups[-1].append(row)
        items.extend(Tree(item.key, rows, item.width) for rows in groups)
    split = Page(page.title, items, page.encoding, page.traditional, page.drop_spans)
    return _shell(split, _body(split, _plain)).encode(page.encoding, "replace")


def _pipe_table(tree: Tree, shift: bool) -> list[str]:
    lines = list(tree.before)
    for index, cells in enumerate(expand(tree)):
        texts = [c.replace("\n", "<br>").replace("|", "／") for c in cells]
        if shift:
            filled = [t for t in texts if t]
            numbers = any(c.path for c in tree.rows[index].cells)
            texts = filled if not numbers else texts
        lines.append("| " + " | ".join(texts) + " |")
        if index == 0:
            lines.append("|" + " --- |" * len(texts))
    return ["", *lines, "", *tree.after, ""]


def _markdown(page: Page, shift: bool) -> bytes:
    lines: list[str] = []
    for item in page.items:
        if isinstance(item, Tree):
            lines.extend(_pipe_table(item, shift))
        else:
            lines.extend([("#" * item.level + " " if item.level else "") + item.text, ""])
    return "\n".join(lines).encode(page.encoding, "replace")


def md(page: Page, rng: random.Random) -> bytes:
    """Markdown pipes, one cell for each column of the expanded grid."""
    return _markdown(page, False)


def md_shifted(page: Page, rng: random.Random) -> bytes:
    """Markdown pipes whose heading rows lost their empty cells: headings stand left of their columns."""
    return _markdown(page, True)
