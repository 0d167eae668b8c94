"""Renderers to office files: DOCX by an own minimal writer, XLSX by openpyxl, PDF by typst."""

from __future__ import annotations

import io
import random
import zipfile
from xml.sax.saxutils import escape

from .page import Line, Page
from .tree import Tree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns='
    '"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
NOTE = "此处不填"


def _paragraph(text: str) -> str:
    runs = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(t)}</w:t>' for t in text.split("\n"))
    return f"<w:p><w:r>{runs}</w:r></w:p>"


def _word_cell(text: str, colspan: int, merge: str) -> str:
    grid = f'<w:gridSpan w:val="{colspan}"/>' if colspan > 1 else ""
    vertical = {"": "", "start": '<w:vMerge w:val="restart"/>', "go": "<w:vMerge/>"}[merge]
    return f"<w:tc><w:tcPr>{grid}{vertical}</w:tcPr>{_paragraph(text)}</w:tc>"


def _word_table(tree: Tree, spans: bool) -> str:
    hanging: dict[int, tuple[int, int]] = {}
    rows = []
    for row in tree.rows:
        column, cells = 0, []
        queue = list(row.cells)
        while queue or any(c >= column for c in hanging):
            if column in hanging:
                width, left = hanging.pop(column)
                cells.append((column, _word_cell("", width, "go"), width, left - 1))
                column += width
                continue
            if not queue:
                break
            cell = queue.pop(0)
            width, height = (cell.colspan, cell.rowspan) if spans else (1, 1)
            cells.append(
                (column, _word_cell(cell.text, width, "start" if height > 1 else ""), width, height - 1)
            )
            column += width
        hanging = {c: (w, left) for c, _, w, left in cells if left > 0}
        rows.append(f"<w:tr>{''.join(x for _, x, _, _ in cells)}</w:tr>")
    before = "".join(map(_paragraph, tree.before))
    after = "".join(map(_paragraph, tree.after))
    grid = "<w:gridCol/>" * tree.width
    return f"{before}<w:tbl><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{after or _paragraph('')}"


def docx(page: Page, rng: random.Random) -> bytes:
    """A Word file whose spans are ``gridSpan`` and ``vMerge``."""
    body = "".join(
        _word_table(i, not page.drop_spans) if isinstance(i, Tree) else _paragraph(i.text) for i in page.items
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    document = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
    return buffer.getvalue()


def _sheet_value(text: str) -> int | str | None:
    return int(text) if text.isascii() and text.isdigit() and str(int(text)) == text else (text or None)


def xlsx(page: Page, rng: random.Random) -> bytes:
    """One worksheet, merged cells for spans, figures as numbers where they are plain."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    line = 0
    for item in page.items:
        if isinstance(item, Line):
            line += 1
            sheet.cell(line, 1, item.text)
            continue
        for text in item.before:
            line += 1
            sheet.cell(line, 1, text)
        line = _sheet_table(sheet, item, line, not page.drop_spans)
        for text in item.after:
            line += 1
            sheet.cell(line, 1, text)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheet_table(sheet: object, tree: Tree, top: int, spans: bool) -> int:
    covered: set[tuple[int, int]] = set()
    for r, row in enumerate(tree.rows, top + 1):
        column = 1
        for cell in row.cells:
            while (r, column) in covered:
                column += 1
            sheet.cell(r, column, _sheet_value(cell.text))  # type: ignore[attr-defined]
            high, wide = (cell.rowspan, cell.colspan) if spans else (1, 1)
            high = min(high, top + len(tree.rows) - r + 1)
            if high * wide > 1:
                sheet.merge_cells(  # type: ignore[attr-defined]
                    start_row=r, start_column=column, end_row=r + high - 1, end_column=column + wide - 1
                )
            covered |= {(r + i, column + j) for i in range(high) for j in range(wide)}
            column += wide
    return top + len(tree.rows)


def _typst_text(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'#"{quoted}"'


def pdf(page: Page, rng: random.Random) -> bytes:
    """A ruled PDF by typst; slow, so only a few of them."""
    import typst

    parts = ["#set page(margin: 2cm)\n#set text(size: 9pt)\n"]
    for item in page.items:
        if isinstance(item, Line):
            parts.append(_typst_text(item.text) + "\n\n")
            continue
        parts.extend(_typst_text(t) + "\n\n" for t in item.before)
        cells = ",\n".join(
            f"table.cell(rowspan: {c.rowspan}, colspan: {c.colspan})[{_typst_text(c.text)}]"
            for row in item.rows
            for c in row.cells
        )
        lead = 3 if item.key == "applications" else 1 if item.key == "proactive" else 0
        widths = ",".join(["2fr"] * lead + ["1fr"] * (item.width - lead))
        size = 6 if item.key == "remedies" else 8
        parts.append(f"#text(size: {size}pt)[#table(columns: ({widths}),\n{cells})]\n\n")
        parts.extend(_typst_text(t) + "\n\n" for t in item.after)
    return bytes(typst.compile("".join(parts).encode()))
