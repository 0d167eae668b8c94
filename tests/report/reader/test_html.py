"""HTML as offices publish it: Word's markup, spans, layout tables, chrome, broken tags."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.files.limits import Limits
from gongkai.report.reader.blocks import Document, Grid, Paragraph
from gongkai.report.reader.html import blocks
from gongkai.values.errors import OverLimit


def texts(document: Document) -> list[str]:
    """The paragraphs' texts."""
    return [item.text for item in document.items if isinstance(item, Paragraph)]


def grids(document: Document) -> list[list[list[str]]]:
    """The grids' texts."""
    return [[[c.text for c in row] for row in i.rows] for i in document.items if isinstance(i, Grid)]


def test_paragraphs_headings_and_breaks_in_order() -> None:
    document = blocks(
        "<h1>甲局年报</h1><div>前言<br>第二行<p>一、总体情况</p>散文<ul><li>其一</li><li>其二</ul></div>尾"
    )
    assert texts(document) == ["甲局年报", "前言\n第二行", "一、总体情况", "散文", "其一", "其二", "尾"]
    assert document.items[0] == Paragraph("甲局年报", heading=1, line=1)
    assert [item.line for item in document.items] == list(range(1, 8))


def test_labels_cut_into_spans_are_joined_without_blanks() -> None:
    document = blocks(
        "<p class=MsoNormal><span>（</span><span style='x'><font>七</font></span>"
        "<b>）</b><o:p></o:p><i>总\r\n"
        "  计</i>&nbsp;<o:p>&nbsp;</o:p></p>"
        "<p>行&shy;政\u200b许&#8203;可</p><p>\u3000\u3000共&nbsp;12&nbsp; 件</p>"
    )
    assert texts(document) == ["（七）总计", "行政许可", "共 12 件"]


def test_spans_are_restored() -> None:
    (grid,) = blocks(
        "<table><tr><td rowspan=2 colspan=2>合<td>甲<td>乙"
        "<tr><td colspan='2'>丙<tr><td>1<td>2<td>3<td>4</table>"
    ).items
    assert isinstance(grid, Grid)
    assert [[(c.text, c.column, c.colspan, c.rowspan) for c in row] for row in grid.rows] == [
        [("合", 0, 2, 2), ("甲", 2, 1, 1), ("乙", 3, 1, 1)],
        [("丙", 2, 2, 1)],
        [("1", 0, 1, 1), ("2", 1, 1, 1), ("3", 2, 1, 1), ("4", 3, 1, 1)],
    ]


@pytest.mark.parametrize("cut", ["</td>", "</tr>", "</p>"])
def test_missing_end_tags_change_nothing(cut: str) -> None:
    page = (
        "<p>前</p><table><tr><td><p>规章</p></td><td>3</td></tr>"
        "<tr><td>许可</td><td></td></tr></table><p>后</p>"
    )
    assert blocks(page.replace(cut, "")).items == blocks(page).items


def test_blank_cells_stay_and_lines_in_cells_are_kept() -> None:
    page = "<table><tr><td>商业<br/>企业<td>&nbsp;<td><p>本年新<p>制作</p><td/><td>/</table>"
    assert grids(blocks(page)) == [[["商业\n企业", "", "本年新\n制作", "", "/"]]]


def test_a_fragment_that_begins_inside_a_table() -> None:
    assert grids(blocks("<tr><td>规章</td><td>0</td></tr><tr><td>许可</td><td>7</td></tr>")) == [
        [["规章", "0"], ["许可", "7"]]
    ]


DATA = (
    "<table><tr><td>规章</td><td>1</td></tr><tr><td>许可</td><td>2</td></tr>"
    "<tr><td>处罚</td><td>3</td></tr></table>"
)


def test_layout_tables_around_data_tables_are_taken_apart() -> None:
    inner = f"<table><tr><td><p>一、</p>{DATA}<p>二、</p></td></tr></table>"
    page = f"<table><tr><td>题</td></tr><tr><td>{inner}</td></tr></table>"
    document = blocks(page)
    assert texts(document) == ["题", "一、", "二、"]
    assert grids(document) == [[["规章", "1"], ["许可", "2"], ["处罚", "3"]]]
    assert [type(item) for item in document.items] == [Paragraph, Paragraph, Grid, Paragraph]
    assert {item.lane for item in document.items} == {None}


def test_a_data_table_with_a_stray_inner_table_stays_whole() -> None:
    rows = "".join(f"<tr><td>行{n}</td><td>{n}</td></tr>" for n in range(9))
    page = f"<table>{rows}<tr><td>末</td><td><table><tr><td>7</td></tr></table></td></tr></table>"
    (grid,) = grids(blocks(page))
    assert grid[-1] == ["末", "7"]


def test_two_reports_side_by_side_get_lanes() -> None:
    big = "<table>" + "".join(f"<tr><td>行{n}</td><td>{n}</td></tr>" for n in range(6)) + "</table>"
    page = (
        "<table><tr><td colspan=2>总题</td></tr>"
        f"<tr><td><p>甲</p>{big}{big}</td><td><p>乙</p>{big}{big}</td></tr></table>"
    )
    lanes = [(item.text if isinstance(item, Paragraph) else "表", item.lane) for item in blocks(page).items]
    assert lanes == [("总题", None), ("甲", 0), ("表", 0), ("表", 0), ("乙", 1), ("表", 1), ("表", 1)]


def test_chrome_is_left_out_and_the_report_never() -> None:
    body = "<p>一、总体情况</p>" + "<p>本机关一年来的工作。</p>" * 20
    chrome = (
        "<nav>首页</nav><header>站名</header><aside>热点</aside><form>搜索<input></form>"
        "<div style='display:none'>藏</div>"
        "<div hidden>匿</div><script>var a</script><style>p{}</style><footer>版权</footer>"
    )
    assert blocks(f"<body>{chrome}<div>{body}</div></body>").items == blocks(f"<body>{body}</body>").items
    for tag in ("form", "header", "nav", "div style='display:none'"):
        wrapped = blocks(f"<body><p>短</p><{tag}>{body}</{tag.split()[0]}></body>")
        assert "一、总体情况" in texts(wrapped), tag
    assert (
        texts(blocks("<nav>菜单</nav><article><header><h1>题</h1></header><p>文字文字</p></article>"))[0]
        == "题"
    )


def test_hidden_rows_and_cells_do_not_shift_the_others() -> None:
    page = (
        "<p>正文</p><table><tr><td>规章</td><td style='DISPLAY: none'>9</td><td>1</td></tr>"
        "<tr style='display:none'><td>旧</td></tr><tr><td>许可</td><td>2</td></tr></table>"
    )
    assert grids(blocks(page)) == [[["规章", "1"], ["许可", "2"]]]


def test_title_and_day_of_publication() -> None:
    meta = (
        "<title>甲局年报_某网</title><meta name='ArticleTitle' content='甲局年报'>"
        "<meta name=PubDate content='2025-01-20 09:00'>"
    )
    document = blocks(f"<html><head>{meta}</head><body><p>文</p></body></html>")
    assert (document.title, document.published_on) == ("甲局年报", "2025-01-20")
    assert blocks("<title> 甲局\n年报 </title><h1>题</h1>").title == "甲局年报"
    assert blocks("<h1>只有题</h1>").title == "只有题"
    for shown in ("发布时间：2024-01-17 10:00", "发布日期: 2024年1月17日", "公开日期：2024/1/17"):
        assert blocks(f"<p>来源：某局 {shown}</p><p>文</p>").published_on == "2024-01-17"
    assert (
        blocks("<table><tr><td>公开日期</td><td>2024-01-17</td><td>x</td></tr></table>").published_on
        == "2024-01-17"
    )
    assert blocks("<p><publishtime>2024-01-17</publishtime></p>").published_on == "2024-01-17"
    assert blocks("<p>统计期限为2024年1月1日至12月31日</p><p>发布日期：2024-13-40</p>").published_on is None


def test_a_labelled_day_of_publication_goes_before_the_day_of_writing() -> None:
    page = "<p>成文日期：2024-01-02</p><p>发布日期：2024-01-17</p>"
    assert blocks(page).published_on == "2024-01-17"
    assert blocks(page.replace("发布日期", "某日")).published_on == "2024-01-02"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_encodings(encoding: str) -> None:
    page = "<html><head><meta charset=gb2312></head><body><p>总体情况 2024 年，新收 3 件。</p></body></html>"
    assert texts(blocks(page.encode(encoding))) == ["总体情况 2024 年，新收 3 件。"]


def test_lost_characters_are_noted() -> None:
    assert blocks("<p>总体情况</p>".encode() * 9 + b"\xe5").notes
    assert not blocks("<p>总体情况</p>".encode()).notes


def test_preformatted_lines_stay_lines() -> None:
    assert texts(blocks("<pre>一、总体情况\n规章 1\n</pre><p>二\n、</p>")) == [
        "一、总体情况",
        "规章 1",
        "二、",
    ]


def test_depth_and_cells_are_bounded_and_ordinary_pages_pass() -> None:
    for page in ("<div>" * 5000, "<table><tr><td>" * 3000, "<p><font size=1>" * 5000):
        with pytest.raises(OverLimit) as caught:
            blocks(page)
        assert caught.value.code == "too_deep"
    with pytest.raises(OverLimit) as caught:
        blocks("<table><tr>" + "<td>1" * 50, Limits(cells=49))
    assert caught.value.code == "too_many_cells"
    rows = "<p>文</p>" * 3000 + "<table>" + "<tr><td><span>1</span>" * 3000 + "</table>"
    assert len(blocks(rows).items) == 3001


def test_huge_spans_do_not_cost() -> None:
    (grid,) = blocks("<table><tr><td rowspan=999999999999 colspan=99999>甲<td>1<tr><td>2</table>").items
    assert isinstance(grid, Grid)
    assert sum(cell.colspan for row in grid.rows for cell in row) < 1000


@pytest.mark.parametrize(
    ("name", "shapes"),
    [
        ("007/source.html", [18, 26, 4]),
        ("008/source.html", [14, 28, 4]),
        ("009/source.html", [3, 14, 28, 4]),
        ("014/page-fragment.html", [7]),
    ],
)
def test_real_pages_keep_the_shape_of_their_tables(shared: Path, name: str, shapes: list[int]) -> None:
    document = blocks((shared / "reports" / name).read_bytes())
    assert [len(item.rows) for item in document.items if isinstance(item, Grid)] == shapes
