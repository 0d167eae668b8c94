"""Tables in running text: labels searched in folded text, cells after them, prose left alone."""

from __future__ import annotations

import faulthandler
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.document import Place
from gongkai.report.reader.hits import folded_with_offsets, hits
from gongkai.report.reader.labels import SURE
from gongkai.report.reader.normal import fold
from gongkai.report.reader.rows import Found
from gongkai.report.reader.stream import in_text
from gongkai.report.reader.tokens import tokens
from gongkai.tables.form import form
from tests.adversary.tree import Tree
from tests.report.reader.invented import APPLICATIONS, COLUMNS, FORM, ORDER, PROACTIVE, invented, numbers_of


@pytest.fixture(autouse=True)
def _no_endless_loop() -> Iterator[None]:
    """A loop that never ends ends the run with a traceback instead of hanging it."""
    faulthandler.dump_traceback_later(120, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


def found_in(text: str, edition: str = "2021") -> tuple[dict[str, Found], list[tuple[int, int]]]:
    return in_text(text, lambda offset: Place(line=text.count("\n", 0, offset) + 1), edition)


def by_key(found: Found) -> dict[str, list[str]]:
    return {r.match.key: r.tokens for r in found.rows if r.match and r.match.score >= SURE}


def lines_of(tree: Tree, joint: str) -> str:
    return joint.join(c.text for row in tree.rows for c in row.cells)


@settings(deadline=None)
@given(st.text(max_size=60))
def test_folding_keeps_every_offset(text: str) -> None:
    folded, offsets = folded_with_offsets(text)
    assert folded == fold(text)
    assert len(offsets) == len(folded)
    assert offsets == sorted(set(offsets))
    assert all(fold(text[o]) == ch for o, ch in zip(offsets, folded, strict=True))


def test_hits_stand_where_the_label_is_printed() -> None:
    label = PROACTIVE.row("licence").label
    text = f"前文\n{label[:2]}\n{label[2:]}\n12"
    (hit,) = hits(text, "2021")
    assert (hit.table, hit.key) == ("proactive", "licence")
    assert text[hit.start : hit.end] == f"{label[:2]}\n{label[2:]}"


def test_the_number_before_a_label_belongs_to_it() -> None:
    label = APPLICATIONS.row("withheld.state_secret").label
    (hit,) = hits(f"0 0 {label} 0", "2021")
    assert hit.numbered
    assert hit.start == 4


def test_the_longest_wording_wins() -> None:
    label = APPLICATIONS.row("not_processed.excessive").label
    assert [h.key for h in hits(label, "2021")] == ["not_processed.excessive"]


def test_one_wording_of_several_tables_goes_to_the_nearest() -> None:
    """总计 heads a column of the applications and of the remedies."""
    total = FORM.table("remedies").column("total").label
    upheld = FORM.table("remedies").column("upheld").label
    assert hits(f"{upheld} {total}", "2021")[-1].table == "remedies"
    person = APPLICATIONS.column("natural_person").label
    assert hits(f"{person} {total}", "2021")[-1].table == "applications"


def test_a_short_label_that_goes_on_is_none() -> None:
    other = APPLICATIONS.column("other").label
    assert hits(f"{other}需要说明的情况", "2021") == []
    assert [h.key for h in hits(f"{other} 3", "2021")] != []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (" 1 2 3", ["1", "2", "3"]),
        ("\n0\n0\n2件\n", ["0", "0", "2件"]),
        ("\t1\t\t3", ["1", "", "3"]),
        (" | 1 | | 3 |", ["1", "", "3"]),
        (" / — 0", ["/", "—", "0"]),
        (" １２ 1,234 12.50", ["12", "1,234", "12.50"]),
        ("（区分处理的） 1 2", ["1", "2"]),
        (" 1 2 其他文字 3", ["1", "2"]),
        ("\n1\n— 3 —\n2\n", ["1", "2"]),
        (" 1\n||||\n2", ["1", "2"]),
        (" -3 +4", ["-3", "+4"]),
        ("", []),
        (" 文字", []),
    ],
)
def test_cells_after_a_label(text: str, cells: list[str]) -> None:
    assert tokens(text)[0] == cells


@settings(deadline=None)
@given(st.text("0123456789/|\t\n -—，.件（）甲", max_size=40))
def test_cells_account_for_what_they_take(text: str) -> None:
    """No digit is taken twice or made up, and the end lies behind the last cell."""
    cells, end = tokens(text)
    assert 0 <= end <= len(text)
    taken = [c for c in text[:end] if c.isdigit()]
    got = [c for cell in cells for c in cell if c.isdigit()]
    assert len(got) <= len(taken)


@pytest.mark.parametrize("joint", ["\n", " ", "\n\n", " | "])
@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_a_whole_table_in_text(joint: str, edition: str) -> None:
    made = invented(edition=edition)
    shape = form(edition).table("applications")
    found, spans = found_in(lines_of(made.trees()["applications"], joint), edition)
    values = numbers_of(made, "applications")
    want = {r.key: [str(values[r.key, c.key]) for c in shape.columns] for r in shape.rows}
    assert by_key(found["applications"]) == want
    assert spans


def test_every_row_says_where_it_stands() -> None:
    tree = invented().trees()["applications"]
    text = "\n".join(" ".join(c.text for c in row.cells) for row in tree.rows)
    found, _ = found_in(text)
    lines = [r.place.line for r in found["applications"].rows]
    assert lines == sorted(lines, key=lambda n: n or 0)
    assert lines[0] == text[: text.index(APPLICATIONS.row("newly_received").label)].count("\n") + 1
    assert all(r.glued for r in found["applications"].rows)


def test_cells_run_together_are_called_packed() -> None:
    text = "".join(f"{APPLICATIONS.row(k).label}0000000" for k in ORDER)
    found, _ = found_in(text)
    assert by_key(found["applications"]) == {k: ["0000000"] for k in ORDER}
    assert all(r.packed for r in found["applications"].rows)


def test_cells_apart_are_not_packed() -> None:
    text = "\n".join(f"{APPLICATIONS.row(k).label} 0 0 0 0 0 0 0" for k in ORDER)
    assert not any(r.packed for r in found_in(text)[0]["applications"].rows)


def test_the_remedies_end_with_fifteen_cells() -> None:
    made = invented()
    found, _ = found_in(lines_of(made.trees()["remedies"], "\n"))
    assert [r.tokens for r in found["remedies"].rows] == [
        [str(v) for v in numbers_of(made, "remedies").values()]
    ]


def test_prose_that_speaks_of_a_label_is_left_alone() -> None:
    """Without the beginning of a table no sentence gives a row, whatever numbers it has."""
    licence, penalty = PROACTIVE.row("licence").label, PROACTIVE.row("penalty").label
    found, spans = found_in(f"全年公开{licence}144条、{penalty}12条，其他信息300条。")
    assert not any(f.rows for f in found.values())
    assert spans == []


def test_prose_after_a_table_is_not_cut_from_the_text() -> None:
    made = invented()
    chapter = FORM.chapters[2].label
    prose = "本机关认真办理每一件申请，按时答复申请人，没有收到投诉，全年办理情况与上年相比没有明显变化，特此说明。"
    text = lines_of(made.trees()["proactive"], "\n") + f"\n{prose}\n{chapter}\n{prose}"
    _, spans = found_in(text)
    left = "".join(ch for i, ch in enumerate(text) if not any(a <= i < b for a, b in spans))
    assert left.count(prose) == 2
    assert chapter in left
    assert PROACTIVE.row("licence").label not in left


def test_spans_lie_in_the_text_in_order_and_apart() -> None:
    made = invented()
    chapters = [c.label for c in FORM.chapters[1:4]]
    trees = made.trees().values()
    text = "\n".join(f"{c}\n{lines_of(t, chr(10))}\n" for c, t in zip(chapters, trees, strict=True))
    _, spans = found_in(text)
    assert len(spans) == 3
    flat = [x for span in spans for x in span]
    assert flat == sorted(flat)
    assert flat[0] >= 0
    assert flat[-1] <= len(text)


def test_a_blank_table_gives_rows_without_numbers() -> None:
    text = "\n".join([APPLICATIONS.corner, *(APPLICATIONS.row(k).label for k in ORDER)])
    found, _ = found_in(text)
    assert not any(r.filled for r in found["applications"].rows)


def test_the_tables_over_a_page_number() -> None:
    rows = [f"{APPLICATIONS.row(k).label}\n" + "\n".join("0" * len(COLUMNS)) for k in ORDER]
    text = "\n".join([*rows[:11], "- 7 -", *rows[11:]])
    assert by_key(found_in(text)[0]["applications"]) == {k: list("0000000") for k in ORDER}


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 2**32))
def test_any_order_of_labels_and_numbers_ends_with_spans_inside(seed: int) -> None:
    rng = random.Random(seed)
    words = (
        [APPLICATIONS.row(k).label for k in ORDER]
        + [r.label for r in PROACTIVE.rows]
        + [c.label for c in FORM.chapters]
    )
    words += [b.heading for b in PROACTIVE.blocks] + ["0", "12", "/", "|", "\t", "\n", "。", "其中", "— 1 —"]
    text = rng.choice(["", " ", "\n"]).join(rng.choices(words, k=60))
    found, spans = found_in(text)
    assert all(0 <= a <= b <= len(text) for a, b in spans)
    assert all(r.place.line for f in found.values() for r in f.rows)


@pytest.mark.parametrize(
    "text",
    ["", "\n", "\t" * 500, "|" * 5000, "1" * 3000, "（" * 3000, "第二十条第（一）项" * 200, "- " * 2000],
)
def test_monotonous_text_gives_no_rows(text: str) -> None:
    found, _ = found_in(text)
    assert not any(r.match for f in found.values() for r in f.rows)


def test_digits_without_end_are_scanned_once() -> None:
    """Half a million digits before a point and a word: a scan that began again at each digit would not end."""
    cells, end = tokens("1" * 500_000 + ".甲")
    assert end <= 500_002
    assert len(cells) <= 1


def test_labels_broken_by_their_numbers_are_rows_in_order() -> None:
    """Print without rules: a label over three lines has its numbers in the middle one."""
    rows = form("2021").table("applications").rows
    whole = [f"{r.label} {n} 0 0 0 0 0 {n}" for n, r in enumerate(rows)]
    label = rows[5].label
    broken = [label[:9], "5 0 0 0 0 0 5", label[9:]]
    text = "\n".join([form("2021").table("applications").corner, *whole[:5], *broken, *whole[6:]])
    found, _ = in_text(text, lambda offset: Place(), "2021")
    assert sum(len(r.tokens) == 7 for r in found["applications"].rows) == len(rows)
    assert ["5", "0", "0", "0", "0", "0", "5"] in [r.tokens for r in found["applications"].rows]


def test_fifteen_cells_in_a_line_under_chapter_four_are_the_remedies() -> None:
    title = form("2021").chapters[3].label
    cells = [str(n) for n in range(15)]
    text = f"{title}\n结果 结果 其他 尚未\n维持 纠正 结果 审结\n{' '.join(cells)}\n五、存在的主要问题及改进情况\n"
    found, spans = in_text(text, lambda offset: Place(), "2021")
    assert [r.tokens for r in found["remedies"].rows] == [cells]
    assert text[spans[-1][0] : spans[-1][1]] == " ".join(cells)


def test_fourteen_cells_are_no_remedies() -> None:
    title = form("2021").chapters[3].label
    found, _ = in_text(f"{title}\n{'0 ' * 14}\n", lambda offset: Place(), "2021")
    assert not found["remedies"].rows
