"""The corpus on both sides: files of every kind with a mark, and files that only speak of secrets."""

from __future__ import annotations

import io
from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gongkai.files.secrecy.search import secrecy_marks
from tests.files.hidden.office_samples import book, sheet, text
from tests.files.hidden.picture_samples import jpeg
from tests.files.hidden.slide_samples import FIXTURES, ofd, slides
from tests.files.test_archives import packed

MARK = "机密★10年"
PROSE = [
    "关于测试事项的通知",
    "本通知不涉及国家秘密。涉及商业秘密、个人隐私的，按照规定处理。",
    "各单位应当保守秘密，做好保密审查。",
    "文件上标注“机密★10年”的，由专人保管。",
]


def typeset(*paragraphs: str, header: str = "") -> bytes:
    """A PDF set with the fonts that the project ships."""
    import typst

    from gongkai.press.fonts import faces

    def set_(line: str) -> str:
        return line.replace("*", "\\*").replace("#", "\\#")

    source = f'#set page(header: [{set_(header)}])\n#set text(font: "Noto Serif SC")\n'
    return typst.compile((source + "\n\n".join(map(set_, paragraphs))).encode(), font_paths=faces().found)


def first(words: str) -> Any:
    """A change: these words as the first paragraph."""
    return lambda d: d.paragraphs[0].insert_paragraph_before(words)


def header(words: str) -> Any:
    """A change: these words in the header."""
    return lambda d: setattr(d.sections[0].header.paragraphs[0], "text", words)


def box(words: str) -> Any:
    """A change: a text box with these words in the third paragraph."""
    xml = (
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    return lambda d: d.paragraphs[2]._p.append(parse_xml(xml))


def split_runs(document: Any) -> None:
    """The mark in three runs, as editing leaves it."""
    made = document.paragraphs[0].insert_paragraph_before("机")
    made.add_run("密★")
    made.add_run("10年")


def label_row(document: Any) -> None:
    """A table at the top with 密级 and its value."""
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "密级", "机密"
    document.paragraphs[0]._p.addprevious(table._tbl)


def old_doc(*lines: str) -> bytes:
    """The fixture in the old format with its first line overwritten (equal length)."""
    data = (FIXTURES / "clean-text.doc").read_bytes()
    was = "关于测试事项的通知".encode("utf-16-le")
    assert was in data
    return data.replace(was, lines[0].ljust(9).encode("utf-16-le"))


MARKED = {
    "docx first line": ("a.docx", text(first(MARK))),
    "docx one of several on a line": ("a.docx", text(first("000001\t机密★10年\t特急"))),
    "docx runs": ("a.docx", text(split_runs)),
    "docx header": ("a.docx", text(header("秘密"))),
    "docx text box": ("a.docx", text(box(MARK))),
    "docx text box, no star": ("a.docx", text(box("秘　密"))),
    "docx far down": ("a.docx", text(lambda d: d.add_paragraph(MARK), paragraphs=60)),
    "docx without a star": ("a.docx", text(first("秘密"))),
    "docx label in a table": ("a.docx", text(label_row)),
    "doc": ("a.doc", old_doc(MARK)),
    "wps": ("a.wps", old_doc("绝密★启用前")),
    "xlsx first cell": ("a.xlsx", book(sheet(lambda s: (s.insert_rows(1), s.__setitem__("A1", MARK))))),
    "xlsx alone": ("a.xlsx", book(sheet(lambda s: (s.insert_rows(1), s.__setitem__("A1", "秘密"))))),
    "xlsx header": ("a.xlsx", book(sheet(lambda s: setattr(s.oddHeader.left, "text", "机密★1年")))),
    "xlsx mark in a row": ("a.xlsx", book(sheet(lambda s: s.append(["", MARK])))),
    "html": ("a.html", f"<p>{MARK}</p><p>通知</p>".encode()),
    "html split": ("a.html", "<p><b>机密</b>★<span>10年</span></p><p>通知</p>".encode()),
    "txt": ("a.txt", f"{MARK}\n通知\n".encode("gb18030")),
    "md": ("a.md", f"{MARK}\n\n# 通知\n".encode()),
    "pptx": ("a.pptx", slides(extra=f"<a:p><a:r><a:t>{MARK}</a:t></a:r></a:p>")),
    "ofd": (
        "a.ofd",
        ofd(
            Doc_0__Pages__Page_0__Content=f"<p><TextObject><TextCode>{MARK}</TextCode></TextObject></p>".encode()
        ),
    ),
    "pdf": ("a.pdf", typeset(MARK, *PROSE)),
    "pdf no star": ("a.pdf", typeset("秘密", *PROSE)),
    "pdf header": (
        "a.pdf",
        typeset(*PROSE, header="机密★5年"),
    ),
    "name": ("【机密】通知.docx", text()),
    "in a zip": ("a.zip", packed({"a/通知.docx": text(first(MARK))})),
    "name in a zip": ("a.zip", packed({"秘密★3年 通知.txt": "通知".encode()})),
}


def prose(document: Any) -> None:
    """Words about secrets in every place of a text."""
    for line in PROSE:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = "不涉及国家秘密"
    table = document.add_table(4, 2)
    for row, grade in enumerate(("绝密", "机密", "秘密", "非密")):
        table.cell(row, 0).text, table.cell(row, 1).text = grade, "0"


CATALOGUE = (
    "<tr><td>密级</td><td>件数</td></tr><tr><td>机密</td><td>0</td></tr><tr><td>秘密</td><td>0</td></tr>"
)
UNMARKED = {
    "docx": ("a.docx", text(prose)),
    "docx options": ("a.docx", text(first("密级：□绝密 □机密 □秘密"))),
    "doc": ("a.doc", (FIXTURES / "clean-text.doc").read_bytes()),
    "xlsx": (
        "a.xlsx",
        book(sheet(lambda s: [s.append(row) for row in (["密级", "件数"], ["机密", 0], ["秘密", 0], PROSE)])),
    ),
    "html": ("a.html", f"<p>{'</p><p>'.join(PROSE)}</p><table>{CATALOGUE}</table>".encode()),
    "txt": ("a.txt", "\n".join(PROSE).encode()),
    "pdf": ("a.pdf", typeset(*PROSE)),
    "pptx": ("a.pptx", slides(extra="".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in PROSE))),
    "zip": ("a.zip", packed({"保守国家秘密.txt": "\n".join(PROSE).encode()})),
    "name": ("关于保守国家秘密的通知.docx", text()),
}


@pytest.mark.parametrize("case", MARKED)
def test_a_marked_file_is_found(case: str) -> None:
    found = secrecy_marks(*MARKED[case]).secret
    assert found
    assert all(mark.place and len(mark.text) < 20 for mark in found)


@pytest.mark.parametrize("case", UNMARKED)
def test_a_file_that_speaks_of_secrets_is_not(case: str) -> None:
    search = secrecy_marks(*UNMARKED[case])
    assert search.marks == ()
    assert search.complete


def test_internal_papers_warn_only() -> None:
    search = secrecy_marks("a.docx", text(first("内部资料 注意保存")))
    assert search.secret == ()
    assert [mark.text for mark in search.internal] == ["内部资料注意保存"]


def test_what_cannot_be_read_is_said() -> None:
    for name, data in (
        ("a.jpg", jpeg()),
        ("a.docx", text()[:-50]),
        ("a.xls", (FIXTURES / "clean-book.xls").read_bytes()),
        ("a.zip", packed({"扫描.jpg": jpeg()})),
    ):
        search = secrecy_marks(name, data)
        assert not search.complete
        assert search.marks == ()


def test_old_sheets_are_searched_for_stars() -> None:
    data = (FIXTURES / "clean-book.xls").read_bytes() + "\0\0机密★10年\0".encode("utf-16-le")
    assert [mark.text for mark in secrecy_marks("a.xls", data).secret] == ["机密★10年"]


def test_a_scan_without_text_is_not_complete() -> None:
    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (50, 50)).save(stream, "PDF")
    assert not secrecy_marks("a.pdf", stream.getvalue()).complete
