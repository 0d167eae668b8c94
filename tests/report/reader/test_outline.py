"""The six chapters: found by wording and order, always six, their texts apart and led back to print."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.document import Chapter, Place
from gongkai.report.reader.headings import Piece
from gongkai.report.reader.outline import chapters
from gongkai.tables.form import form

TITLES = [c.label for c in form("2021").chapters]
BARE = [c.variants[0] for c in form("2021").chapters]


def pieces(*texts: str, broken: bool = False) -> list[Piece]:
    return [Piece(t, Place(line=i + 1), broken) for i, t in enumerate(texts)]


def outline(*texts: str, broken: bool = False) -> tuple[Chapter, tuple[Chapter, ...]]:
    return chapters(pieces(*texts, broken=broken), "2021")


def texts_of(found: tuple[Chapter, ...]) -> list[str]:
    return [c.text for c in found]


def whole(titles: list[str] = TITLES) -> list[str]:
    out = ["松风局年报", "引言一段。"]
    for n, title in enumerate(titles, 1):
        out += [title, f"正文{n}。"]
    return out


def test_six_chapters_in_order() -> None:
    preamble, found = outline(*whole())
    assert preamble == Chapter(0, "", True, "松风局年报\n引言一段。", preamble.places)
    assert [c.number for c in found] == [1, 2, 3, 4, 5, 6]
    assert [c.title for c in found] == TITLES
    assert all(c.found for c in found)
    assert texts_of(found) == [f"正文{n}。" for n in range(1, 7)]


def test_nothing_gives_six_chapters_not_found() -> None:
    preamble, found = outline()
    assert not preamble.found
    assert [(c.number, c.found, c.title, c.text) for c in found] == [(n, False, "", "") for n in range(1, 7)]


def test_prose_without_headings_is_preamble() -> None:
    preamble, found = outline("只有一段话。")
    assert preamble.text == "只有一段话。"
    assert not any(c.found for c in found)


@pytest.mark.parametrize("missing", range(1, 7))
def test_a_chapter_left_out_is_not_found_and_its_neighbours_are(missing: int) -> None:
    lines = whole()
    at = lines.index(TITLES[missing - 1])
    del lines[at : at + 2]
    found = outline(*lines)[1]
    assert [c.number for c in found if not c.found] == [missing]
    assert texts_of(found) == ["" if n == missing else f"正文{n}。" for n in range(1, 7)]


def dressed(pattern: str) -> list[str]:
    return [pattern.format(n="一二三四五六"[i], t=t) for i, t in enumerate(BARE)]


@pytest.mark.parametrize(
    "pattern",
    [
        "{n}、{t}",
        "{n}、 {t}",
        "（{n}）{t}",
        "第{n}部分 {t}",
        "{t}",
        "## {n}、{t}",
        "{n}. {t}",
        "{n}、{t}：",
        "\u3000\u3000{n}、{t}",
    ],
)
def test_headings_in_every_dress(pattern: str) -> None:
    found = outline(*whole(dressed(pattern)))[1]
    assert texts_of(found) == [f"正文{n}。" for n in range(1, 7)]


def test_variants_of_titles_are_headings() -> None:
    for n, chapter in enumerate(form("2021").chapters):
        for variant in chapter.variants:
            titles = [*TITLES[:n], f"{'一二三四五六'[n]}、{variant}", *TITLES[n + 1 :]]
            assert texts_of(outline(*whole(titles))[1])[n] == f"正文{n + 1}。"


def test_a_wrong_number_does_not_move_a_chapter() -> None:
    titles = [*TITLES[:4], f"四、{BARE[4]}", f"五、{BARE[5]}"]
    found = outline(*whole(titles))[1]
    assert [c.title for c in found] == titles
    assert texts_of(found) == [f"正文{n}。" for n in range(1, 7)]


def test_a_list_of_the_chapters_before_the_report_does_not_mislead() -> None:
    listed = "本报告由" + "、".join(BARE) + "六部分组成。"
    found = outline("松风局年报", listed, *whole()[2:])[1]
    assert texts_of(found) == [f"正文{n}。" for n in range(1, 7)]


def test_headings_inside_one_paragraph() -> None:
    """A page whose line breaks are gone: the numbered titles part it."""
    text = "松风局年报" + "".join(f" {t} 正文{n}。" for n, t in enumerate(TITLES, 1))
    found = outline(text)[1]
    assert [c.found for c in found] == [True] * 6
    assert [t.strip() for t in texts_of(found)] == [f"正文{n}。" for n in range(1, 7)]


def test_a_heading_that_runs_on_into_its_text() -> None:
    lines = whole()
    at = lines.index(TITLES[4])
    lines[at : at + 2] = [
        f"{TITLES[4]} 本机关在培训方面还有不足，拟于明年逐项改进，并加强对各科室的指导和检查。"
    ]
    found = outline(*lines)[1]
    assert found[4].found
    assert found[4].text.strip().startswith("本机关在培训方面")
    assert found[3].text == "正文4。"


def test_prose_that_names_a_chapter_is_no_heading() -> None:
    lines = whole()
    lines.insert(3, f"本年度，我局{BARE[1]}总体平稳，各项工作按照要求有序推进，没有发生舆情。")
    assert texts_of(outline(*lines)[1])[1] == "正文2。"


def test_printed_lines_are_joined_to_a_sentence() -> None:
    """A format that breaks lines where print does: a full line runs on, an ended or numbered one does not."""
    first, second = "本机关严格按照有关规定做好信息发布前的审核工作，", "做到先审后发。"
    found = outline(TITLES[0], first, second, "（一）加强培训。", "2025年1月20日", broken=True)[1]
    assert found[0].text == f"{first}{second}\n（一）加强培训。\n2025年1月20日"


def test_short_lines_are_not_joined() -> None:
    found = outline(TITLES[0], "短行", "另一行", broken=True)[1]
    assert found[0].text == "短行\n另一行"


def test_paragraphs_of_a_format_with_paragraphs_are_not_joined() -> None:
    first = "本机关严格按照有关规定做好信息发布前的审核工作，"
    assert outline(TITLES[0], first, "做到先审后发。")[1][0].text == f"{first}\n做到先审后发。"


def test_joined_latin_words_keep_a_space() -> None:
    first = "本机关网站支持的浏览器包括常用的各种产品以及 Firefox"
    assert outline(TITLES[0], first, "ESR 版。", broken=True)[1][0].text == f"{first} ESR 版。"


def test_every_offset_leads_to_its_place() -> None:
    found = outline(*whole())[1]
    for n, chapter in enumerate(found):
        assert chapter.place_at(0) == Place(line=4 + 2 * n)
        assert chapter.place_at(len(chapter.text)) == Place(line=4 + 2 * n)


_LINES = st.lists(
    st.sampled_from(
        [*TITLES, *BARE, "正文。", "（一）主动公开。", "一、", "甲" * 30, "，", " ", "目录", "2024年"]
    ),
    max_size=25,
)


@settings(deadline=None)
@given(_LINES, st.booleans())
def test_any_lines_give_six_chapters_that_share_nothing(lines: list[str], broken: bool) -> None:
    """Always six by number; every printed line belongs to one text or heading at most once, in order."""
    given_pieces = pieces(*lines, broken=broken)
    preamble, found = chapters(given_pieces, "2021")
    assert [c.number for c in found] == [1, 2, 3, 4, 5, 6]
    for c in found:
        assert c.found or (c.title, c.text) == ("", "")
    starts = [p.line or 0 for c in (preamble, *found) for _, p in c.places]
    assert starts == sorted(starts)
    for c in (preamble, *found):
        offsets = [o for o, _ in c.places]
        assert all(a < b for a, b in pairwise(offsets))
        assert all(0 <= o < len(c.text) for o in offsets)
    squeeze = "".join("".join(lines).split())
    together = "".join("".join(c.title + c.text for c in (preamble, *found)).split())
    assert together == squeeze


def test_a_reworded_title_needs_a_number_or_a_heading() -> None:
    """A line that is only like a title, without either, may be a line of prose."""
    words = BARE[4] + "说明"
    for line, found in ((f"五、{words}", True), (words, False)):
        lines = whole()
        lines[lines.index(TITLES[4])] = line
        assert outline(*lines)[1][4].found == found
    lines = whole()
    at = lines.index(TITLES[4])
    given_pieces = pieces(*lines)
    given_pieces[at] = Piece(words, Place(line=at + 1), heading=2)
    assert chapters(given_pieces, "2021")[1][4].found


@pytest.mark.parametrize("false", ["三", "五"])
def test_of_two_headings_of_a_chapter_the_rightly_numbered_one_is_taken(false: str) -> None:
    for order in (0, 1):
        lines = whole()
        at = lines.index(TITLES[1])
        lines[at + 2 * order : at + 2 * order] = [f"{false}、{BARE[1]}", "别处。"]
        assert "正文2。" in outline(*lines)[1][1].text
        assert outline(*lines)[1][1].title == TITLES[1]


def test_of_two_headings_inside_a_paragraph_the_rightly_numbered_one_is_taken() -> None:
    text = "松风局年报" + "".join(f" {t} 正文{n}。" for n, t in enumerate(TITLES, 1))
    text = text.replace(TITLES[1], f"四、{BARE[1]} 别处。{TITLES[1]}")
    assert outline(text)[1][1].title == TITLES[1]


@pytest.mark.parametrize("ending", ["", "。", "情况"])
@pytest.mark.parametrize("missing", [2, 3])
def test_the_aspects_of_chapter_one_are_no_chapters(missing: int, ending: str) -> None:
    """（一）主动公开 stands for chapter two nowhere, not even where chapter two is left out."""
    lines = whole()
    at = lines.index(TITLES[missing - 1])
    del lines[at : at + 2]
    aspects = [f"（{n}）{a.label}{ending}" for n, a in zip("一二三四五", form("2021").aspects, strict=True)]
    at = lines.index(TITLES[0]) + 1
    lines[at:at] = [x for a in aspects for x in (a, "做了工作。")]
    found = outline(*lines)[1]
    assert [c.number for c in found if not c.found] == [missing]
    assert all(a in found[0].text for a in aspects)
