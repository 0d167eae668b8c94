"""Word files as print shows them."""

from __future__ import annotations

import io

import docx as python_docx
import pytest

from gongkai.files.limits import Limits
from gongkai.report.reader.blocks import Document, Grid, Paragraph
from gongkai.report.reader.docx import blocks
from gongkai.values.errors import FileError, OverLimit
from tests.report.reader.office_files import TYPES, p, packed, tbl, tc, word

SPAN, DOWN, UNDER = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def texts(document: Document) -> list[str]:
    """The paragraphs' texts."""
    return [item.text for item in document.items if isinstance(item, Paragraph)]


def cells(document: Document) -> list[list[tuple[str, int, int, int]]]:
    """The cells of the only grid: text, column, colspan, rowspan."""
    (grid,) = [item for item in document.items if isinstance(item, Grid)]
    return [[(c.text, c.column, c.colspan, c.rowspan) for c in row] for row in grid.rows]


def test_runs_are_joined_and_breaks_kept() -> None:
    body = (
        "<w:p><w:r><w:t>（</w:t></w:r><w:r><w:t>七</w:t></w:r><w:r><w:t>）总计</w:t><w:br/><w:t>共</w:t><w:tab/>"
        '<w:t xml:space="preserve"> 3</w:t><w:br w:type="page"/><w:t>件</w:t></w:r></w:p>'
    )
    assert texts(blocks(word(body))) == ["（七）总计\n共 3件"]


def test_deleted_text_goes_inserted_text_stays_and_both_are_noted() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('新收')}<w:del><w:r><w:delText>8</w:delText></w:r></w:del><w:ins>{run.format('9')}</w:ins>"
        f"<w:moveFrom>{run.format('移走')}</w:moveFrom><w:moveTo>{run.format('件')}</w:moveTo></w:p>"
    )
    document = blocks(word(body))
    assert texts(document) == ["新收9件"]
    assert document.notes
    assert not blocks(word(p("新收9件"))).notes


def test_merged_cells_keep_their_spans_and_columns() -> None:
    table = tbl(
        tc("合", SPAN + DOWN) + tc("甲") + tc("乙"),
        tc("", SPAN + UNDER) + tc("丙", SPAN),
        tc("1") + tc("2") + tc("3") + tc("4"),
    )
    assert cells(blocks(word(table))) == [
        [("合", 0, 2, 2), ("甲", 2, 1, 1), ("乙", 3, 1, 1)],
        [("丙", 2, 2, 1)],
        [("1", 0, 1, 1), ("2", 1, 1, 1), ("3", 2, 1, 1), ("4", 3, 1, 1)],
    ]


def test_a_row_that_begins_later_and_a_row_that_was_deleted() -> None:
    shifted = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("2")
    deleted = "<w:trPr><w:del/></w:trPr>" + tc("旧") + tc("9")
    assert cells(blocks(word(tbl(tc("甲") + tc("1"), deleted, shifted)))) == [
        [("甲", 0, 1, 1), ("1", 1, 1, 1)],
        [("2", 1, 1, 1)],
    ]


def test_old_horizontal_merges() -> None:
    table = tbl(tc("合", '<w:hMerge w:val="restart"/>') + tc("", "<w:hMerge/>") + tc("1"))
    assert cells(blocks(word(table))) == [[("合", 0, 2, 1), ("1", 2, 1, 1)]]


def test_layout_tables_and_content_controls_are_seen_through() -> None:
    data = tbl(tc("规章") + tc("1"), tc("许可") + tc("2"))
    frame = f"<w:tbl><w:tr><w:tc>{p('二、')}{data}{p('三、')}</w:tc></w:tr></w:tbl>"
    document = blocks(word(f"<w:sdt><w:sdtContent>{p('题')}{frame}</w:sdtContent></w:sdt>"))
    assert texts(document) == ["题", "二、", "三、"]
    assert [[c[0] for c in row] for row in cells(document)] == [["规章", "1"], ["许可", "2"]]


def test_text_boxes_follow_their_paragraph_once() -> None:
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>外</w:t>{drawing}</w:r></w:p>" + p("后")
    assert texts(blocks(word(body))) == ["外", "框内", "后"]
    only_old = f"<w:p><w:r><w:pict><v:shape>{box}</v:shape></w:pict></w:r></w:p>"
    assert texts(blocks(word(only_old))) == ["框内"]


def test_hidden_text_is_left_out() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    body = f"<w:p>{hidden}<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>显</w:t></w:r></w:p>"
    assert texts(blocks(word(body))) == ["显"]


LIST = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>'
)


def numbered(text: str, level: int) -> str:
    """A paragraph with an automatic number."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>')


def test_automatic_numbers_are_written_out() -> None:
    body = numbered("总体情况", 0) + numbered("主动公开", 1) + numbered("依申请公开", 1) + numbered("主动", 0)
    body += numbered("甲", 1) + p("散文")
    assert texts(blocks(word(body, numbering=LIST))) == [
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "二、主动",
        "（一）甲",
        "散文",
    ]
    assert texts(blocks(word(body)))[0] == "总体情况"


def test_headings_come_from_styles_and_so_may_numbers() -> None:
    styles = (
        '<w:style w:styleId="1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="a"><w:name w:val="我的"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:styleId="t"><w:name w:val="Title"/></w:style>'
    )
    body = (
        p("甲局年报", '<w:pStyle w:val="t"/>')
        + p("总体情况", '<w:pStyle w:val="a"/>')
        + p("文", '<w:outlineLvl w:val="1"/>')
    )
    document = blocks(word(body, numbering=LIST, styles=styles))
    assert document.title == "甲局年报"
    assert [(i.text, i.heading) for i in document.items if isinstance(i, Paragraph)] == [
        ("甲局年报", None),
        ("一、总体情况", 1),
        ("文", 2),
    ]


def test_a_file_of_another_library_with_merges() -> None:
    made = python_docx.Document()
    made.add_heading("一、总体情况", 1)
    table = made.add_table(3, 4)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "合"
    table.cell(2, 3).text = "5"
    stream = io.BytesIO()
    made.save(stream)
    document = blocks(stream.getvalue())
    assert document.items[0] == Paragraph("一、总体情况", heading=1, line=1)
    assert cells(document)[0][0] == ("合", 0, 2, 2)
    assert cells(document)[2][3] == ("5", 3, 1, 1)


def test_the_main_part_may_have_another_name() -> None:
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="/word/d2.xml"/>'
        "</Relationships>"
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = f'<w:document xmlns:w="{space}"><w:body>{p("文")}</w:body></w:document>'
    data = packed({"[Content_Types].xml": TYPES, "_rels/.rels": relation, "word/d2.xml": main})
    assert texts(blocks(data)) == ["文"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK",
        packed({"a": "b"}),
        packed({"word/document.xml": "<a/>"}),
        packed({"word/document.xml": "<"}),
    ],
)
def test_what_is_no_word_file_is_damaged(data: bytes) -> None:
    with pytest.raises(FileError) as caught:
        blocks(data)
    assert caught.value.code == "damaged"


def test_cells_are_bounded() -> None:
    data = word(tbl(tc("1") * 20))
    assert blocks(data, Limits(cells=20)).items
    with pytest.raises(OverLimit):
        blocks(data, Limits(cells=19))
