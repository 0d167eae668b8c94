"""Rows found in grids: labels, the cells after them, heads, and the table that a row belongs to."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader.blocks import Cell, Grid, Item, Paragraph, place_cells
from gongkai.report.reader.labels import SURE
from gongkai.report.reader.rows import Found, Head, best_match, from_grids, head_words
from gongkai.tables.form import EDITIONS, TABLES, form
from tests.adversary.tree import Tree
from tests.report.reader.invented import APPLICATIONS, COLUMNS, FORM, ORDER, PROACTIVE, REMEDIES, invented


def grid(*rows: list[str], **more: int) -> Grid:
    return Grid([[Cell(t, i) for i, t in enumerate(row)] for row in rows], **more)  # type: ignore[arg-type]


def grid_of(tree: Tree) -> Grid:
    """The tree as a format that knows spans gives it."""
    return Grid(place_cells([[(c.text, c.rowspan, c.colspan) for c in row.cells] for row in tree.rows]))


def found_in(*items: Item, edition: str = "2021") -> dict[str, Found]:
    return from_grids(list(enumerate(items)), edition)


def keys(found: Found) -> list[str | None]:
    return [r.match.key if r.match and r.match.score >= SURE else None for r in found.rows]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_official_tables_are_found_whole(edition: str) -> None:
    made = invented(edition=edition)
    found = found_in(*(grid_of(t) for t in made.trees().values()), edition=edition)
    for table in ("proactive", "applications"):
        shape = form(edition).table(table)
        assert keys(found[table]) == [r.key for r in shape.rows]
        for row in found[table].rows:
            assert row.match is not None
            want = [made.values[table, row.match.key, c] for c in shape.columns_of(row.match.key)]
            assert row.tokens == [str(v) for v in want]
    assert [r.tokens for r in found["remedies"].rows] == [
        [str(made.values[p]) for p in form(edition).table("remedies").paths()]
    ]


def test_the_head_of_the_applications_gives_each_column_its_place() -> None:
    head = found_in(grid_of(invented().trees()["applications"]))["applications"].heads[0]
    assert head.ordered == tuple(COLUMNS)
    assert head.columns == {key: (3 + i, 1) for i, key in enumerate(COLUMNS)}
    assert head.sound
    assert head.trusted
    assert head.printed["natural_person"] == APPLICATIONS.column("natural_person").label


def test_a_head_without_its_spans_is_not_trusted() -> None:
    """Covered cells left out, two lines of the head claim the same columns."""
    assert not Head({"natural_person": (1, 1), "business": (1, 1)}).sound
    assert not Head({"natural_person": (2, 1), "business": (1, 1)}).trusted
    assert not Head({"total": (1, 1), "business": (2, 1)}).trusted
    assert Head({"natural_person": (1, 1), "business": (2, 1), "total": (3, 1)}).trusted
    assert Head({"business": (2, 1)}).trusted
    assert Head().sound


def test_places_and_columns_of_cells() -> None:
    table = grid([PROACTIVE.row("government_rule").label, "1", "", "3"], page=2, line=9)
    row = found_in(Paragraph("前文"), table)["proactive"].rows[0]
    assert row.tokens == ["1", "", "3"]
    assert row.filled == ["1", "3"]
    assert row.spans == [(1, 1), (2, 1), (3, 1)]
    assert (row.place.page, row.place.line, row.place.block, row.place.row) == (2, 9, 1, 0)
    assert [p.cell for p in row.places] == [1, 2, 3]


def test_a_remark_after_the_numbers_is_left_out() -> None:
    row = found_in(grid([PROACTIVE.row("licence").label, "3", "含上年结转一件"]))["proactive"].rows[0]
    assert row.tokens == ["3"]


def test_group_labels_before_the_label_are_passed_over() -> None:
    group, label = APPLICATIONS.group("withheld").label, APPLICATIONS.row("withheld.state_secret").label
    found = found_in(grid([APPLICATIONS.group("outcomes").label, group, label, *"0000000"]))
    assert keys(found["applications"]) == ["withheld.state_secret"]


def test_a_label_split_over_cells_is_joined() -> None:
    label = APPLICATIONS.row("otherwise.correction_lapsed").label
    found = found_in(grid([label[:12], label[12:], *"0000000"]))
    assert keys(found["applications"]) == ["otherwise.correction_lapsed"]


def test_a_row_with_blanks_only_under_its_label_is_a_row() -> None:
    row = found_in(grid([APPLICATIONS.row("disclosed").label, "", "", "", "", "", "", ""]))[
        "applications"
    ].rows[0]
    assert row.tokens == [""] * 7
    assert row.filled == []


def test_rows_that_lost_their_label_follow_the_table_they_stand_in() -> None:
    found = found_in(
        grid([APPLICATIONS.row("newly_received").label, *"1000001"], ["", *"2000002"], ["", *[""] * 7])
    )
    assert keys(found["applications"]) == ["newly_received", None]


def test_a_table_over_a_page_break_goes_on() -> None:
    rows = [[APPLICATIONS.row(k).label, *"0000000"] for k in ORDER]
    found = found_in(grid(*rows[:9]), Paragraph("— 3 —"), grid(*rows[9:]))
    assert keys(found["applications"]) == ORDER


def test_several_tables_in_one_grid() -> None:
    trees = invented().trees()
    rows = [list(r) for t in TABLES for r in grid_of(trees[t]).rows]
    found = found_in(Grid(rows))
    assert keys(found["proactive"]) == [r.key for r in PROACTIVE.rows]
    assert keys(found["applications"]) == ORDER
    assert len(found["remedies"].rows) == 1


def test_blank_cells_below_the_head_of_remedies_are_its_row() -> None:
    tree = invented().trees()["remedies"]
    for cell in tree.rows[-1].cells:
        cell.text = ""
    found = found_in(grid_of(tree))
    assert [len(r.tokens) for r in found["remedies"].rows] == [15]


def test_a_row_of_the_optional_group_is_kept_apart() -> None:
    found = found_in(grid([APPLICATIONS.group("otherwise").label, *"1000001"]))
    assert [r.tokens for r in found["applications"].group_rows] == [list("1000001")]
    assert found["applications"].rows == []


def test_other_tables_of_the_page_are_no_rows() -> None:
    found = found_in(
        grid(["今日访问", "128"], ["累计访问", "90317"]), grid(["序号", "事项", "数量"], ["1", "培训", "3"])
    )
    assert not any(f.rows or f.group_rows or f.heads for f in found.values())


def test_paragraphs_have_no_rows() -> None:
    found = found_in(Paragraph(PROACTIVE.row("licence").label + " 12"))
    assert not any(f.rows for f in found.values())


def test_head_words_hold_no_label_of_a_row_alone() -> None:
    words = head_words("2021")
    assert APPLICATIONS.column_heading in words
    assert PROACTIVE.corner in words
    assert not any(fold_in(words, r.label) for r in PROACTIVE.rows)


def fold_in(words: frozenset[str], label: str) -> bool:
    from gongkai.report.reader.normal import fold

    return fold(label) in words


def test_the_nearest_label_of_a_row_decides() -> None:
    cells = [
        Cell(APPLICATIONS.group("not_processed").label, 0),
        Cell(APPLICATIONS.row("not_processed.repeat").label, 1),
    ]
    best = best_match(cells, "2021", None)
    assert best is not None
    assert (best[0], best[1].key) == ("applications", "not_processed.repeat")
    group = best_match(cells[:1], "2021", None)
    assert group is not None
    assert (group[0], group[1].key) == ("group", "not_processed")
    assert best_match([Cell("今年工作要点", 0)], "2021", None) is None


@settings(deadline=None)
@given(st.sampled_from(TABLES), st.integers(0, 2**32))
def test_every_figure_in_a_grid_is_in_a_row(table: str, seed: int) -> None:
    """Whatever figures stand in an official table, none is dropped on the way to its row."""
    rng = random.Random(seed)
    tree = invented().trees()[table]
    for cell in tree.numbers():
        cell.text = rng.choice(["0", "7", "１２", "/", "3件", "1,234"])
    found = found_in(grid_of(tree))[table]
    assert [t for r in found.rows for t in r.tokens] == [c.text for c in tree.numbers()]


def test_remedies_rows_with_labels_of_their_own() -> None:
    rows = [[r.label, *"10203"[:5]] for r in REMEDIES.rows]
    found = found_in(grid(*rows))
    assert keys(found["remedies"]) == [r.key for r in REMEDIES.rows]


def test_nothing_from_nothing() -> None:
    assert set(found_in()) == {t.key for t in FORM.tables}
