"""Several reports in one file: side by side or one after the other; every item belongs to one of them."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader.blocks import Cell, Document, Grid, Item, Paragraph
from gongkai.report.reader.parts import parts_of
from gongkai.tables.form import form

TITLES = [c.label for c in form("2021").chapters]


def document(*items: Item) -> Document:
    return Document("html", list(items))


def report(title: str) -> list[Item]:
    out: list[Item] = [Paragraph(title), Paragraph("引言。")]
    for n, chapter in enumerate(TITLES, 1):
        out += [Paragraph(chapter), Paragraph(f"正文{n}。"), Grid([[Cell(str(n), 0)]])]
    return out


def indices(parts: list[list[tuple[int, Item]]]) -> list[list[int]]:
    return [[i for i, _ in part] for part in parts]


def test_one_report_is_one_part() -> None:
    items = report("松风局2024年政府信息公开工作年度报告")
    assert indices(parts_of(document(*items))) == [list(range(len(items)))]


def test_an_empty_file_is_one_empty_part() -> None:
    assert parts_of(document()) == [[]]


def test_two_reports_one_after_the_other_are_cut_before_the_second_title() -> None:
    one = report("松风局2023年政府信息公开工作年度报告")
    two = report("松风局2024年政府信息公开工作年度报告")
    assert indices(parts_of(document(*one, *two))) == [
        list(range(len(one))),
        list(range(len(one), len(one) + len(two))),
    ]


def test_a_title_over_two_lines_stays_with_its_report() -> None:
    one = report("松风局2023年政府信息公开工作年度报告")
    two = [Paragraph("松风局"), *report("2024年政府信息公开工作年度报告")]
    parts = parts_of(document(*one, *two))
    assert len(parts) == 2
    items = [x for _, x in parts[1]]
    assert any(isinstance(x, Paragraph) and x.text.startswith("2024") for x in items[:2])
    assert sum(map(len, parts)) == len(one) + len(two)


def test_three_reports() -> None:
    items = [x for y in (2022, 2023, 2024) for x in report(f"松风局{y}年政府信息公开工作年度报告")]
    assert len(parts_of(document(*items))) == 3


def test_a_list_of_the_chapters_before_a_report_is_no_report() -> None:
    """A table of contents names all six, so it could pass for one; it has no title between it and the rest."""
    items = report("松风局2024年政府信息公开工作年度报告")
    items[2:2] = [Paragraph(TITLES[0]), Paragraph(TITLES[1])]
    assert len(parts_of(document(*items))) == 1


def test_chapter_one_twice_early_on_is_one_report() -> None:
    items = report("松风局2024年政府信息公开工作年度报告")
    items.insert(2, Paragraph(TITLES[0]))
    assert len(parts_of(document(*items))) == 1


def side_by_side(years: tuple[int, ...]) -> list[Item]:
    out: list[Item] = []
    for lane, year in enumerate(years):
        for item in report(f"松风局{year}年政府信息公开工作年度报告"):
            item.lane = lane
            out.append(item)
    return out


def test_two_years_side_by_side() -> None:
    items = side_by_side((2024, 2023))
    parts = parts_of(document(*items))
    assert [{x.lane for _, x in p} for p in parts] == [{0}, {1}]
    assert sum(map(len, parts)) == len(items)


def test_what_stands_across_all_lanes_belongs_to_each() -> None:
    """A heading of the whole page."""
    items: list[Item] = [Paragraph("政府信息公开年报专栏"), *side_by_side((2024, 2023))]
    assert [p[0][0] for p in parts_of(document(*items))] == [0, 0]


def test_a_grid_across_the_page_under_the_caption_of_one_year_goes_to_that_year() -> None:
    grid = Grid([[Cell("7", 0)]])
    items: list[Item] = [*side_by_side((2024, 2023)), Paragraph("2023年报告"), grid]
    last = len(items) - 1
    assert [last in [i for i, _ in p] for p in parts_of(document(*items))] == [False, True]


def test_a_single_lane_is_one_column() -> None:
    items = side_by_side((2024,))
    assert indices(parts_of(document(*items))) == [list(range(len(items)))]


_TEXTS = st.sampled_from(
    [*TITLES, "松风局2024年政府信息公开工作年度报告", "年度报告", "正文。", "2023年", ""]
)
_ITEMS = st.lists(
    st.one_of(
        st.builds(Paragraph, _TEXTS, lane=st.sampled_from([None, 0, 1])),
        st.builds(Grid, st.just([[Cell("1", 0)]]), lane=st.sampled_from([None, 0, 1])),
    ),
    max_size=30,
)


@settings(deadline=None)
@given(_ITEMS)
def test_parts_hold_every_item_in_order(items: list[Item]) -> None:
    """Each item exactly once, except one across all lanes, which may stand in the part of each lane."""
    parts = indices(parts_of(document(*items)))
    lanes = {x.lane for x in items if x.lane is not None}
    assert parts
    for part in parts:
        assert part == sorted(set(part))
    seen = [i for part in parts for i in part]
    for i, item in enumerate(items):
        if item.lane is not None or len(lanes) < 2:
            assert seen.count(i) == 1
        else:
            assert seen.count(i) <= len(lanes)
