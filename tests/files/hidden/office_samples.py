"""Office files with and without hidden things, made for the tests; all names and texts are invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName

from tests.files.hidden.picture_samples import jpeg

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """The package with parts replaced, added, or (None) taken out."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            if part is not None:
                new.writestr(name, part)
    return made.getvalue()


def part(data: bytes, name: str) -> bytes:
    """One part of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name)


def related(data: bytes, source: str, kind: str, target: str, content: bytes | None) -> bytes:
    """The package with one more relationship from ``source``, and its part; external where there is none."""
    folder, _, name = source.rpartition("/")
    rels = f"{folder}/_rels/{name}.rels".lstrip("/")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        old = package.read(rels) if rels in package.namelist() else empty
    mode = "" if content is not None else ' TargetMode="External"'
    place = f"/{target}" if content is not None else target
    one = (
        f'<Relationship Id="rIdX{len(old)}" Type="{RELATION}{kind}" Target="{place}"{mode}/></Relationships>'
    )
    changes: dict[str, bytes | None] = {rels: old.replace(b"</Relationships>", one.encode())}
    if content is not None:
        changes[target] = content
    return repacked(data, changes)


def book(*changes: Callable[[Any], Any], rows: int = 3) -> bytes:
    """A workbook of one sheet with a small table, changed by each function."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "公示表"
    sheet.append(["序号", "事项", "数量"])
    for number in range(1, rows + 1):
        sheet.append([number, f"事项{number}", number * 10])
    for change in changes:
        change(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def text(*changes: Callable[[Any], Any], paragraphs: int = 3) -> bytes:
    """A Word file of a few paragraphs, changed by each function; without what the library's template carries."""
    made = docx.Document()
    made.core_properties.author = ""
    made.core_properties.comments = ""
    made.core_properties.title = ""
    made.add_paragraph("关于测试事项的通知")
    for number in range(paragraphs):
        made.add_paragraph(f"第{number + 1}项，请按照要求办理。")
    for change in changes:
        change(made)
    stream = io.BytesIO()
    made.save(stream)
    data = stream.getvalue()
    rels = part(data, "_rels/.rels")
    start = rels.index(b"<Relationship ", rels.index(b"thumbnail") - 250)
    cut = next(piece for piece in rels.split(b"/>") if b"thumbnail" in piece and b"<Relationship " in piece)
    assert start
    single = cut[cut.index(b"<Relationship ") :] + b"/>"
    return repacked(data, {"_rels/.rels": rels.replace(single, b""), "docProps/thumbnail.jpeg": None})


def run(properties: str, words: str = "张三三的电话") -> Callable[[Any], None]:
    """A change: one more paragraph whose run has these properties."""

    def change(document: Any) -> None:
        one = document.add_paragraph()
        one._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"))

    return change


def body(xml: str) -> Callable[[Any], None]:
    """A change: this XML at the end of the body."""

    def change(document: Any) -> None:
        marked = xml.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)
        document.element.body.insert(0, parse_xml(marked))

    return change


def sheet(act: Callable[[Any], Any]) -> Callable[[Any], None]:
    """A change of the first sheet."""
    return lambda made: act(made.worksheets[0])


def more_sheets(state: str) -> Callable[[Any], None]:
    """A second sheet in that state."""

    def change(made: Any) -> None:
        other = made.create_sheet("底册")
        other.append(["张三三", "13900000000"])
        other.sheet_state = state

    return change


def _dimension(sheet_: Any, letter: str, **values: Any) -> None:
    for name, value in values.items():
        setattr(sheet_.column_dimensions[letter], name, value)


def _row(sheet_: Any, number: int, **values: Any) -> None:
    for name, value in values.items():
        setattr(sheet_.row_dimensions[number], name, value)


def _cell(sheet_: Any, place: str, **values: Any) -> None:
    for name, value in values.items():
        setattr(sheet_[place], name, value)


def properties(**values: str) -> Callable[[Any], None]:
    """Set core properties of a workbook or a Word file."""

    def change(made: Any) -> None:
        core = made.properties if hasattr(made, "properties") else made.core_properties
        for name, value in values.items():
            setattr(core, name, value)

    return change


WHITE, BLUE = Font(color="FFFFFFFF"), PatternFill("solid", fgColor="FF1F4E79")
CUSTOM = (
    b'<?xml version="1.0"?><d:x xmlns:d="urn:d"><d:who>\xe5\xbc\xa0\xe4\xb8\x89\xe4\xb8\x89</d:who></d:x>'
)
CHANGED = 'w:id="1" w:author="李四四" w:date="2026-01-01T00:00:00Z"'


def _app(data: bytes, tag: str) -> bytes:
    app = part(data, "docProps/app.xml").decode()
    return repacked(
        data,
        {
            "docProps/app.xml": app.replace(
                "</Properties>", f"<{tag}>某某科技公司</{tag}></Properties>"
            ).encode()
        },
    )


def _settings(data: bytes, xml: str) -> bytes:
    settings = part(data, "word/settings.xml").decode()
    return repacked(
        data, {"word/settings.xml": settings.replace("</w:settings>", f"{xml}</w:settings>").encode()}
    )


def dirty_books() -> dict[str, tuple[str, bytes]]:
    """Workbooks, each with one hidden thing: what the hit is called, the bytes."""
    fill_white = PatternFill("solid", fgColor="FFFFFFFF")
    plain = book()
    return {
        "hidden sheet": ("hidden_sheet", book(more_sheets("hidden"))),
        "very hidden sheet": ("hidden_sheet", book(more_sheets("veryHidden"))),
        "hidden row": ("hidden_row", book(sheet(lambda s: _row(s, 3, hidden=True)))),
        "hundred hidden rows": (
            "hidden_row",
            book(sheet(lambda s: [_row(s, n, hidden=True) for n in range(5, 105)]), rows=200),
        ),
        "hidden column": ("hidden_column", book(sheet(lambda s: _dimension(s, "B", hidden=True)))),
        "tiny column": ("invisible_value", book(sheet(lambda s: _dimension(s, "B", width=0.1)))),
        "tiny row": ("invisible_value", book(sheet(lambda s: _row(s, 2, height=0.5)))),
        "white on nothing": ("invisible_value", book(sheet(lambda s: _cell(s, "B2", font=WHITE)))),
        "white on white": (
            "invisible_value",
            book(sheet(lambda s: _cell(s, "B2", font=WHITE, fill=fill_white))),
        ),
        "theme white": (
            "invisible_value",
            book(sheet(lambda s: _cell(s, "B2", font=Font(color=openpyxl.styles.colors.Color(theme=0))))),
        ),
        "silent format": ("invisible_value", book(sheet(lambda s: _cell(s, "C2", number_format=";;;")))),
        "comment": ("comment", book(sheet(lambda s: _cell(s, "B2", comment=Comment("请核实", "李四四"))))),
        "defined name": (
            "defined_name",
            book(lambda b: b.defined_names.add(DefinedName("底数", attr_text="公示表!$A$1"))),
        ),
        "author": ("properties", book(properties(creator="李四四"))),
        "last author": ("properties", book(properties(lastModifiedBy="李四四"))),
        "keywords": ("properties", book(properties(keywords="内部讨论"))),
        "foreign title": ("properties", book(properties(title="另一份名单"))),
        "company": ("properties", _app(plain, "Company")),
        "pivot cache": (
            "pivot_cache",
            related(
                plain,
                "xl/workbook.xml",
                "pivotCacheDefinition",
                "xl/pivotCache/pivotCacheDefinition1.xml",
                b"<a/>",
            ),
        ),
        "data model": (
            "data_model",
            related(plain, "xl/workbook.xml", "powerPivotData", "xl/model/item.data", b"x" * 99),
        ),
        "connection": (
            "data_connection",
            related(plain, "xl/workbook.xml", "connections", "xl/connections.xml", b"<a/>"),
        ),
        "external link": (
            "external_link",
            related(plain, "xl/workbook.xml", "externalLink", "xl/externalLinks/externalLink1.xml", b"<a/>"),
        ),
        "values of an external link": (
            "stray_part",
            related(
                plain,
                "xl/workbook.xml",
                "externalLink",
                "xl/externalLinks/externalLink1.xml",
                b"<a><v>9</v></a>",
            ),
        ),
        "custom xml": ("custom_data", related(plain, "", "customXml", "customXml/item1.xml", CUSTOM)),
        "embedded file": (
            "embedded_object",
            related(plain, "xl/worksheets/sheet1.xml", "package", "xl/embeddings/a.docx", text()),
        ),
        "OLE object": (
            "embedded_object",
            related(
                plain, "xl/worksheets/sheet1.xml", "oleObject", "xl/embeddings/oleObject1.bin", b"x" * 99
            ),
        ),
        "thumbnail": ("thumbnail", related(plain, "", "thumbnail", "docProps/thumbnail.jpeg", jpeg())),
        "macro": ("macro", related(plain, "xl/workbook.xml", "vbaProject", "xl/vbaProject.bin", b"x" * 99)),
        "stray part": ("stray_part", repacked(plain, {"xl/old/sheet9.xml": b"<a/>"})),
        "hidden sheet in an embedded book": (
            "hidden_sheet",
            related(
                plain,
                "xl/worksheets/sheet1.xml",
                "package",
                "xl/embeddings/b.xlsx",
                book(more_sheets("hidden")),
            ),
        ),
        "picture with a place": (
            "image_location",
            related(plain, "xl/worksheets/sheet1.xml", "image", "xl/media/image1.jpeg", jpeg(gps=True)),
        ),
        "path of a disk": (
            "local_path",
            related(plain, "xl/worksheets/sheet1.xml", "hyperlink", "file:///D:/lisi/a.xlsx", None),
        ),
    }


def dirty_texts() -> dict[str, tuple[str, bytes]]:
    """Word files, each with one hidden thing."""
    plain = text()
    comment = f"<w:comments {nsdecls('w')}><w:comment {CHANGED}><w:p/></w:comment></w:comments>".encode()
    style = (
        '<w:style xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:type="character" '
        'w:styleId="yin"><w:name w:val="yin"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    moved = f"<w:p><w:moveFrom {CHANGED}><w:r><w:t>旧句</w:t></w:r></w:moveFrom></w:p>"
    return {
        "insertion": (
            "tracked_change",
            text(body(f"<w:p><w:ins {CHANGED}><w:r><w:t>新句</w:t></w:r></w:ins></w:p>")),
        ),
        "deletion": (
            "tracked_change",
            text(body(f"<w:p><w:del {CHANGED}><w:r><w:delText>旧句</w:delText></w:r></w:del></w:p>")),
        ),
        "move": ("tracked_change", text(body(moved))),
        "change of format": (
            "tracked_change",
            text(run(f"<w:b/><w:rPrChange {CHANGED}><w:rPr/></w:rPrChange>")),
        ),
        "comment": ("comment", related(plain, "word/document.xml", "comments", "word/comments.xml", comment)),
        "vanish": ("hidden_text", text(run("<w:vanish/>"))),
        "vanish by style": (
            "hidden_text",
            text(lambda d: d.styles.element.append(parse_xml(style)), run('<w:rStyle w:val="yin"/>')),
        ),
        "white letters": ("invisible_text", text(run('<w:color w:val="FFFFFF"/>'))),
        "tiny letters": ("invisible_text", text(run('<w:sz w:val="2"/>'))),
        "author": ("properties", text(properties(author="李四四"))),
        "description": ("properties", text(properties(comments="送审稿，勿外传"))),
        "company": ("properties", _app(plain, "Company")),
        "manager": ("properties", _app(plain, "Manager")),
        "custom property": (
            "properties",
            related(
                plain,
                "",
                "custom-properties",
                "docProps/custom.xml",
                b'<p><property name="KSOTemplateDocerSaveRecord"><v>abc</v></property></p>',
            ),
        ),
        "custom xml": (
            "custom_data",
            related(plain, "word/document.xml", "customXml", "customXml/item1.xml", CUSTOM),
        ),
        "embedded sheet": (
            "embedded_object",
            related(plain, "word/document.xml", "package", "word/embeddings/a.xlsx", book()),
        ),
        "template": (
            "external_template",
            related(plain, "word/settings.xml", "attachedTemplate", "http://192.0.2.1/a.dotm", None),
        ),
        "linked picture": (
            "external_link",
            related(plain, "word/document.xml", "image", "http://192.0.2.1/a.png", None),
        ),
        "mail merge": ("mail_merge", _settings(plain, "<w:mailMerge/>")),
        "variables": (
            "document_variable",
            _settings(plain, '<w:docVars><w:docVar w:name="a" w:val="b"/></w:docVars>'),
        ),
        "glossary": (
            "stray_part",
            related(
                plain,
                "word/document.xml",
                "glossaryDocument",
                "word/glossary/document.xml",
                f"<w:d {nsdecls('w')}><w:t>旧句</w:t></w:d>".encode(),
            ),
        ),
        "earlier version as a stray part": (
            "stray_part",
            repacked(plain, {"word/document_old.xml": b"<a/>"}),
        ),
        "macro": (
            "macro",
            related(plain, "word/document.xml", "vbaProject", "word/vbaProject.bin", b"x" * 99),
        ),
        "picture with data": (
            "image_data",
            related(plain, "word/document.xml", "image", "word/media/image9.jpeg", jpeg(maker="某牌相机")),
        ),
        "header": (
            "hidden_text",
            related(
                plain,
                "word/document.xml",
                "header",
                "word/header9.xml",
                f"<w:hdr {nsdecls('w')}><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>旧句</w:t></w:r></w:p></w:hdr>".encode(),
            ),
        ),
    }


def clean_books() -> list[bytes]:
    """Workbooks in which nothing is hidden, some close to it."""
    near = [
        book(),
        book(sheet(lambda s: _cell(s, "B1", font=WHITE, fill=BLUE))),
        book(sheet(lambda s: _dimension(s, "H", hidden=True))),
        book(sheet(lambda s: _row(s, 40, hidden=True))),
        book(sheet(lambda s: setattr(s, "print_area", "A1:C3"))),
        book(sheet(lambda s: setattr(s, "print_title_rows", "1:1"))),
        book(sheet(lambda s: setattr(s.auto_filter, "ref", "A1:C4"))),
        book(sheet(lambda s: s.merge_cells("A6:C6"))),
        book(sheet(lambda s: setattr(s, "freeze_panes", "A2"))),
        book(properties(title="事项1")),
        book(properties(creator="openpyxl")),
        book(sheet(lambda s: _cell(s, "B2", hyperlink="https://www.example.gov.cn/"))),
        book(sheet(lambda s: _cell(s, "C2", number_format='0.00;-0.00;""'))),
        book(more_sheets("visible")),
        book(sheet(lambda s: _cell(s, "C6", value="=SUM(C2:C5)"))),
    ]
    return near + [book(rows=rows) for rows in (1, 10, 50, 200, 400)]


def clean_texts() -> list[bytes]:
    """Word files in which nothing is hidden, some close to it."""
    table = "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val='clear' w:fill='1F4E79'/></w:tcPr><w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>表头</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    shaded = table.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)
    near = [
        text(),
        text(run("<w:b/>")),
        text(run('<w:vanish w:val="0"/>')),
        text(run("<w:webHidden/>")),
        text(run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="C00000"/>')),
        text(run('<w:color w:val="FF0000"/>')),
        text(run("<w:vanish/>", " ")),
        text(lambda d: d.element.body.insert(0, parse_xml(shaded))),
        text(lambda d: d.add_table(2, 2)),
        text(lambda d: d.add_heading("标题", 1)),
        text(lambda d: d.add_page_break()),
        text(properties(title="关于测试事项的通知")),
        text(properties(author="python-docx")),
        text(lambda d: setattr(d.sections[0].header.paragraphs[0], "text", "页眉")),
        text(lambda d: setattr(d.sections[0].footer.paragraphs[0], "text", "第1页")),
        related(text(), "word/document.xml", "hyperlink", "https://www.example.gov.cn/", None),
        related(
            text(),
            "",
            "custom-properties",
            "docProps/custom.xml",
            b'<p><property name="KSOProductBuildVer"><v>2052</v></property></p>',
        ),
        related(
            text(),
            "word/document.xml",
            "customXml",
            "customXml/item1.xml",
            b'<s:customData xmlns:s="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>',
        ),
        related(
            text(),
            "word/document.xml",
            "comments",
            "word/comments.xml",
            f"<w:comments {nsdecls('w')}/>".encode(),
        ),
        related(text(), "word/document.xml", "image", "word/media/image9.jpeg", jpeg()),
    ]
    assert qn("w:p")
    return near + [text(paragraphs=count) for count in (1, 20, 100)]
