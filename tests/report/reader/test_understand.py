"""From blocks to a report: edition, tables from grids and text together, prose without tables, who and when."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.document import AnnualReport, Source
from gongkai.report.reader import text
from gongkai.report.reader.blocks import Cell, Document, Grid, Item, Paragraph, place_cells
from gongkai.report.reader.parts import parts_of
from gongkai.report.reader.understand import report
from gongkai.tables.form import EDITIONS, TABLES, form
from tests.adversary.generator import Sample
from tests.adversary.page import Page, page
from tests.adversary.tree import Tree
from tests.report.reader.invented import (
    APPLICATIONS,
    FORM,
    PROACTIVE,
    cells_read,
    invented,
    led_by_tabs,
    numbers_of,
    page_text,
    text_of,
)

SOURCE = Source("年报.html", "html", "0" * 64)


def grid_of(tree: Tree) -> Grid:
    return Grid(place_cells([[(c.text, c.rowspan, c.colspan) for c in row.cells] for row in tree.rows]))


def items_of(made: Sample | Page) -> list[Item]:
    """The report as a format with paragraphs and spans gives it."""
    pages = made if isinstance(made, Page) else page(made)
    return [grid_of(i) if isinstance(i, Tree) else Paragraph(i.text, i.level or None) for i in pages.items]


def understood(items: list[Item], title: str | None = None, published: str | None = None) -> AnnualReport:
    document = Document("html", items, title, published)
    return report(list(enumerate(items)), document, SOURCE)


def understood_text(printed: str) -> AnnualReport:
    return understood(text.blocks(printed).items)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("seed", range(5))
def test_a_report_is_understood_whole(edition: str, seed: int) -> None:
    made = invented(seed, edition)
    got = understood(items_of(made))
    assert cells_read(got) == made.values
    assert (got.flags, got.other_tables) == ((), ())
    assert (got.organ, got.year, got.edition) == (made.organ, made.year, edition)
    assert got.title == made.title
    assert got.dated_on == date(made.year + 1, 1, 20)
    assert got.source is SOURCE
    assert [c.text for c in got.chapters[4:5]] == ["\n".join(made.prose[5])]
    assert set(got.tables) == set(TABLES)


def test_nothing_is_understood_from_nothing() -> None:
    got = understood([])
    assert dict(got.tables) == dict.fromkeys(TABLES)
    assert (got.title, got.organ, got.organ_kind, got.year, got.dated_on, got.published_on) == (None,) * 6
    assert len(got.chapters) == 6
    assert got.edition == "2021"


def test_the_labels_of_print_decide_the_edition_not_the_year() -> None:
    """A few reports of 2021 and later still use the trial form, and the other way about."""
    late, early = invented(edition="2019"), invented(edition="2021")
    late.year, early.year = 2023, 2020
    assert understood(items_of(late)).edition == "2019"
    assert understood(items_of(early)).edition == "2021"
    assert cells_read(understood(items_of(late))) == late.values


@pytest.mark.parametrize(
    ("year", "edition"), [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2024, "2021")]
)
def test_the_year_decides_where_no_label_tells(year: int, edition: str) -> None:
    """国办公开办函〔2021〕30号: the form in force since the reports of 2021."""
    assert understood([Paragraph(f"松风县水务局{year}年政府信息公开工作年度报告")]).edition == edition


def test_prose_beside_tables_in_text_is_kept_and_tables_are_not() -> None:
    made = invented()
    got = understood_text(page_text(made, "one_cell"))
    assert got.chapter(2).text == ""
    assert got.chapter(5).text.replace("\n", "") == "".join(made.prose[5])
    assert PROACTIVE.corner not in "".join(c.text for c in got.chapters)
    assert cells_read(got) == made.values


def test_statements_are_read_from_the_chapters() -> None:
    got = understood(items_of(invented()))
    assert got.statements
    for statement in got.statements:
        start, end = statement.span
        assert got.chapter(statement.chapter).text[start:end] in statement.text


@pytest.mark.parametrize("loose", TABLES)
def test_one_table_as_lines_of_text_between_grids(loose: str) -> None:
    """A page converted half: two tables are grids, the third is one cell a line."""
    made = invented()
    items: list[Item] = []
    for item in page(made).items:
        if isinstance(item, Tree) and item.key == loose:
            items += [Paragraph(c.text, broken=True) for row in item.rows for c in row.cells]
        else:
            items += items_of(Page(made.title, [item]))
    assert cells_read(understood(items)) == made.values


def test_of_two_tables_of_a_kind_the_one_that_closes_is_taken() -> None:
    """The other stands beside, nothing is lost (exchange form: other_tables)."""
    made = invented()
    good, bad = made.trees()["applications"], made.trees()["applications"]
    for cell in bad.numbers():
        cell.text = "1"
    for order in ([good, bad], [bad, good]):
        got = understood([Paragraph(made.title), *(grid_of(t) for t in order)])
        assert got.tables["applications"] is not None
        assert dict(got.tables["applications"].cells) == numbers_of(made, "applications")
        (other,) = got.other_tables
        assert set(other.cells.values()) == {1}


def test_several_tables_for_one() -> None:
    """A small table for each item of article 20."""
    made = invented()
    rows = made.trees()["proactive"].rows
    cuts = [i for i, r in enumerate(rows) if len(r.cells) == 1] + [len(rows)]
    grids: list[Item] = [grid_of(Tree("proactive", rows[a:b], 4)) for a, b in itertools.pairwise(cuts)]
    got = understood([Paragraph(made.title), *grids])
    assert dict(got.tables["proactive"].cells) == numbers_of(made, "proactive")  # type: ignore[union-attr]
    assert got.tables["applications"] is None


def test_traditional_characters_are_read_like_any_other() -> None:
    from opencc import OpenCC

    made = invented()
    convert = OpenCC("s2t").convert
    items = items_of(made)
    for item in items:
        if isinstance(item, Paragraph):
            item.text = convert(item.text)
        else:
            for cell in (c for row in item.rows for c in row):
                cell.text = convert(cell.text)
    got = understood(items)
    assert cells_read(got) == made.values
    assert (got.organ, got.year) == (made.organ, made.year)
    assert [c.found for c in got.chapters] == [True] * 6


def test_two_years_side_by_side() -> None:
    one, two = invented(20), invented(13)
    items: list[Item] = []
    for lane, made in enumerate((one, two)):
        for item in items_of(made):
            item.lane = lane
            items.append(item)
    document = Document("pdf", items)
    got = [report(part, document, SOURCE) for part in parts_of(document)]
    for made, one_report in zip((one, two), got, strict=True):
        assert cells_read(one_report) == made.values
        assert (one_report.organ, one_report.year) == (made.organ, made.year)


def test_a_table_over_a_page_break() -> None:
    made = invented()
    pages = page(made)
    items = items_of(pages)
    at = next(
        i for i, x in enumerate(items) if isinstance(x, Grid) and x.rows[0][0].text == APPLICATIONS.corner
    )
    whole = items[at]
    assert isinstance(whole, Grid)
    items[at : at + 1] = [Grid(whole.rows[:12], page=1), Paragraph("— 2 —"), Grid(whole.rows[12:], page=2)]
    got = understood(items)
    assert cells_read(got) == made.values
    places = got.tables["applications"].places  # type: ignore[union-attr]
    assert {p.page for p in places.values()} == {1, 2}


def test_places_in_text_are_lines() -> None:
    made = invented()
    printed = page_text(made, "one_cell")
    lines = printed.split("\n")
    got = understood_text(printed)
    table = got.tables["applications"]
    assert table is not None
    for (row, _), place in table.places.items():
        label = APPLICATIONS.row(row).label
        assert place.line is not None
        assert label in lines[place.line - 1 : place.line + 1]


def test_what_the_file_says_of_itself_is_used() -> None:
    made = invented()
    got = understood([Paragraph("正文。")], made.title, "2025-01-21")
    assert (got.organ, got.year, got.published_on) == (made.organ, made.year, date(2025, 1, 21))


@pytest.mark.parametrize("layout", ["tabs", "pipes", "one_cell", "led_by_tabs"])
@pytest.mark.parametrize("value", ["/", "—", "无"])
def test_marks_stay_marks(layout: str, value: str) -> None:
    made = invented()
    made.values = {
        p: value if p[0] == "applications" and p[1] == "disclosed" else v for p, v in made.values.items()
    }
    got = understood_text(text_of(made, layout))
    for column in APPLICATIONS.columns:
        held = got.value(("applications", "disclosed", column.key))
        assert held == value or got.flagged("applications", "disclosed", column.key)
    assert (
        got.value(("applications", "carried_forward", "total"))
        == made.values["applications", "carried_forward", "total"]
    )


def test_a_blank_cell_among_figures_is_null() -> None:
    made = invented()
    path = ("proactive", "licence", "decisions")
    made.values[path] = None
    got = understood(items_of(made))
    assert got.value(path) is None
    assert got.tables["proactive"].printed("licence", "decisions")  # type: ignore[union-attr]


def test_a_row_that_is_not_printed_is_absent() -> None:
    pages = page(invented())
    tree = pages.tree("proactive")
    tree.rows = [r for r in tree.rows if r.key != "coercive_measure"]
    got = understood(items_of(pages))
    assert not got.tables["proactive"].printed("coercive_measure", "decisions")  # type: ignore[union-attr]
    assert got.tables["proactive"].printed("penalty", "decisions")  # type: ignore[union-attr]


def test_cells_led_by_tabs_beside_the_same_in_a_grid() -> None:
    """Both halves of the reader agree on one report."""
    made = invented()
    assert cells_read(understood_text(led_by_tabs(page(made)))) == cells_read(understood(items_of(made)))


_WORDS = (
    [c.label for c in FORM.chapters]
    + [r.label for r in APPLICATIONS.rows][:6]
    + [r.label for r in PROACTIVE.rows]
)
_TEXTS = st.sampled_from(
    [*_WORDS, PROACTIVE.corner, "第二十条第（一）项", "0", "12", "/", "", "正文。", "2024年", "甲\n乙"]
)
_ROWS = st.lists(st.lists(_TEXTS, max_size=9), max_size=4)
_GRIDS = _ROWS.map(lambda rows: Grid([[Cell(t, i) for i, t in enumerate(row)] for row in rows], shaped=False))


@settings(deadline=None, max_examples=150)
@given(st.lists(st.one_of(st.builds(Paragraph, _TEXTS, broken=st.booleans()), _GRIDS), max_size=10))
def test_any_blocks_are_understood(items: list[Item]) -> None:
    """No blocks break the reader; what it gives keeps to the form, and spans lie inside their chapters."""
    got = understood(items)
    for key, table in got.tables.items():
        paths = {p[1:] for e in EDITIONS for p in form(e).table(key).paths()}
        paths |= {("otherwise", c.key) for c in APPLICATIONS.columns} if key == "applications" else set()
        assert table is None or set(table.cells) <= paths
    for statement in got.statements:
        start, end = statement.span
        assert 0 <= start < end <= len(got.chapter(statement.chapter).text)
    for flag in got.flags:
        assert flag.where[0] in TABLES
        assert flag.why
