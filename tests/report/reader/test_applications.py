"""Chapter three's table: rows placed and settled; what is moved, merged, lost or printed twice is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongkai.report.document import Place
from gongkai.report.reader.applications import applications
from gongkai.report.reader.builder import Built
from gongkai.report.reader.labels import Match
from gongkai.report.reader.rows import Found, Head, Row
from gongkai.tables.form import form
from tests.report.reader.invented import (
    APPLICATIONS,
    COLUMNS,
    FORM,
    ORDER,
    application_row,
    invented,
    numbers_of,
)

MADE = invented(20)
VALUES = numbers_of(MADE, "applications")
HEAD = Head({key: (3 + i, 1) for i, key in enumerate(COLUMNS)}, {"total": APPLICATIONS.column("total").label})


def printed() -> dict[str, Row]:
    """Every row of the invented table, each cell in its column."""
    out = {}
    for n, key in enumerate(ORDER):
        row = application_row(key, *(str(VALUES[key, c]) for c in COLUMNS), width=1)
        out[key] = replace(
            row,
            head=HEAD,
            place=Place(block=1, row=n),
            places=[Place(block=1, row=n, cell=i) for i in range(7)],
        )
    return out


def busiest() -> str:
    """An outcome with most numbers above nought, so that a change in it shows."""
    outcomes = APPLICATIONS.outcomes
    return max(outcomes, key=lambda k: sum(bool(VALUES[k, c]) for c in COLUMNS))


def made_of(rows: dict[str, Row], group_rows: list[Row] | None = None) -> Built:
    built = applications(list(rows.values()), Found(list(rows.values()), [HEAD], group_rows or []), FORM)
    assert built is not None
    return built


def flagged(built: Built) -> set[str]:
    return {f.where[1] for f in built.flags}


def test_the_invented_figures_are_worth_the_tests() -> None:
    key = busiest()
    assert VALUES[key, "total"]
    assert VALUES[key, "natural_person"]


def test_a_clean_table_has_no_doubts() -> None:
    built = made_of(printed())
    assert dict(built.table.cells) == VALUES
    assert built.flags == []
    assert built.table.labels["total"] == APPLICATIONS.column("total").label


def test_no_rows_no_table() -> None:
    assert applications([], Found(), FORM) is None


def test_rows_out_of_order_are_read_by_label_and_told() -> None:
    rows = printed()
    one, two = "withheld.third_party", "not_processed.repeat"
    order = list(rows)
    i, j = order.index(one), order.index(two)
    order[i], order[j] = two, one
    built = made_of({k: rows[k] for k in order})
    assert dict(built.table.cells) == VALUES
    assert flagged(built) >= {one, two}


def test_a_row_that_lost_its_label_is_placed_by_its_neighbours() -> None:
    rows = printed()
    key = busiest()
    rows[key] = replace(rows[key], match=None, label="")
    assert dict(made_of(rows).table.cells) == VALUES


def test_two_neighbours_that_lost_their_labels_are_believed_while_the_columns_close() -> None:
    rows = printed()
    for key in ("withheld.internal_affairs", "withheld.deliberative"):
        rows[key] = replace(rows[key], match=None, label="")
    built = made_of(rows)
    assert dict(built.table.cells) == VALUES
    assert built.flags == []


def test_a_row_printed_twice_with_other_numbers_has_no_value() -> None:
    rows = printed()
    again = {**rows, "again": replace(rows["disclosed"], tokens=[*"9000009"])}
    built = applications(list(again.values()), Found(list(again.values()), [HEAD]), FORM)
    assert built is not None
    assert "disclosed" in flagged(built)
    assert {v for (r, _), v in built.table.cells.items() if r == "disclosed"} == {None}


def test_a_row_that_print_leaves_out_is_absent_not_nought() -> None:
    rows = printed()
    del rows["withheld.administrative_query"]
    built = made_of(rows)
    assert not built.table.printed("withheld.administrative_query", "total")
    assert len(built.table.cells) == 24 * 7


def test_a_wrong_total_is_the_office_s_own() -> None:
    rows = printed()
    key = busiest()
    wrong = [*rows[key].tokens[:-1], str(int(rows[key].tokens[-1]) + 1)]
    rows[key] = replace(rows[key], tokens=wrong)
    built = made_of(rows)
    assert built.table.cells[key, "total"] == int(wrong[-1])
    assert key not in flagged(built)
    assert built.failing > 0


def test_a_cell_lost_from_a_row_is_never_silent() -> None:
    """Six numbers under seven columns in a table that is full otherwise: read right or flagged."""
    for lost in range(7):
        rows = printed()
        key = busiest()
        tokens = [t for i, t in enumerate(rows[key].tokens) if i != lost]
        rows[key] = replace(rows[key], tokens=tokens, spans=None, places=rows[key].places[:6])
        built = made_of(rows)
        right = all(built.table.cells.get((key, c)) == VALUES[key, c] for c in COLUMNS)
        assert right or key in flagged(built), lost


def test_cells_run_together_are_told_apart_by_the_equations() -> None:
    rows = printed()
    for key in ORDER:
        glued = "".join(rows[key].tokens)
        rows[key] = replace(
            rows[key], tokens=[glued], spans=None, places=rows[key].places[:1], glued=True, packed=True
        )
    built = made_of(rows)
    for cell, value in built.table.cells.items():
        assert value == VALUES[cell] or cell[0] in flagged(built), cell


def test_blank_rows_stay_blank() -> None:
    rows = printed()
    rows["not_processed.repeat"] = replace(rows["not_processed.repeat"], tokens=[""] * 7)
    cells = made_of(rows).table.cells
    assert [cells["not_processed.repeat", c] for c in COLUMNS] == [None] * 7


def test_fewer_columns_where_head_and_rows_agree() -> None:
    """A table printed without the columns of bodies that never apply: what is not printed is absent."""
    keep = [COLUMNS[0], COLUMNS[1], COLUMNS[-1]]
    head = Head({key: (3 + i, 1) for i, key in enumerate(keep)})
    rows = [application_row(k, "2", "1", "3", width=1) for k in ORDER]
    rows = [replace(r, head=head) for r in rows]
    built = applications(rows, Found(rows, [head]), FORM)
    assert built is not None
    assert {c for _, c in built.table.cells} == set(keep)


def test_the_sixth_group_as_one_row() -> None:
    """The form of 2021 printed with a single row （六）, as the trial form has it."""
    rows = {k: r for k, r in printed().items() if not k.startswith("otherwise.")}
    group = replace(
        application_row(None, *"1000001", width=1, label=APPLICATIONS.group("otherwise").label),
        match=Match("otherwise", 1.0),
        place=Place(block=1, row=ORDER.index("otherwise.other")),
        head=HEAD,
    )
    built = made_of(rows, [group])
    assert [built.table.cells["otherwise", c] for c in COLUMNS] == [1, 0, 0, 0, 0, 0, 1]


def test_a_group_row_beside_its_own_rows_is_no_row() -> None:
    words = APPLICATIONS.group("otherwise").label
    group = replace(application_row(None, *"1000001", label=words, width=1), match=Match("otherwise", 1.0))
    assert dict(made_of(printed(), [group]).table.cells) == VALUES


@pytest.mark.parametrize("seed", range(8))
def test_the_trial_form(seed: int) -> None:
    made = invented(seed, "2019")
    f = form("2019")
    values = numbers_of(made, "applications")
    rows = []
    for row in f.table("applications").rows:
        one = application_row(None, *(str(values[row.key, c]) for c in COLUMNS), width=1, label=row.label)
        rows.append(replace(one, match=Match(row.key, 1.0)))
    built = applications(rows, Found(rows), f)
    assert built is not None
    assert dict(built.table.cells) == values
    assert built.flags == []


def test_flags_say_why_in_a_sentence_and_give_readings() -> None:
    rows = printed()
    rows["disclosed"] = replace(rows["disclosed"], tokens=[*"123456789"], spans=None, places=[])
    built = made_of(rows)
    flag = next(f for f in built.flags if f.where == ("applications", "disclosed"))
    assert flag.why.endswith("。")
    assert sum(c.taken for c in flag.readings) <= 1
