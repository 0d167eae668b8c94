"""Mutations of rows and cells: what a clerk, Word or a portal does to the shape of a table."""

from __future__ import annotations

from .case import ABSENT, MARKED, Case, cut, free_rows, insert_row, remove_row
from .page import Line
from .tree import Cell, Row, Tree


def _pairs(tree: Tree) -> list[tuple[Row, int]]:
    """Places of two neighbouring figures in a row, both one column wide."""
    return [
        (row, i)
        for row in tree.rows
        for i in range(len(row.cells) - 1)
        if all(c.role == "number" and c.colspan == 1 for c in row.cells[i : i + 2])
    ]


def _join(row: Row, index: int, text: str) -> tuple[Cell, Cell]:
    left, right = row.cells[index : index + 2]
    left.text = text
    left.colspan = 2
    del row.cells[index + 1]
    return left, right


def merge_equal(case: Case) -> bool:
    """Two neighbouring zeros become one cell over two columns."""
    hits = [(r, i) for r, i in _pairs(case.tree()) if r.cells[i].text == r.cells[i + 1].text == "0"]
    if not hits:
        return False
    row, index = case.rng.choice(hits)
    if row.key and not any(c.path and c.path[2] == "total" for c in row.numbers):
        case.leave_open(row.numbers)  # no equation confirms that both are zero
    _, right = _join(row, index, "0")
    case.accept(right, 0, None, ABSENT)
    return True


def merge_figures(case: Case) -> bool:
    """Two neighbouring figures, not both zero, become one cell with the first; the second is gone."""
    hits = [(r, i) for r, i in _pairs(case.tree()) if {r.cells[i].text, r.cells[i + 1].text} != {"0"}]
    if not hits:
        return False
    row, index = case.rng.choice(hits)
    case.leave_open(row.numbers)
    left, right = _join(row, index, row.cells[index].text)
    case.accept(right, *case.expect[left.path or ("", "", "")], None, ABSENT)
    return True


def split_number(case: Case) -> bool:
    """One figure of several digits becomes two cells."""
    hits = [
        (r, c)
        for t in case.page.trees()
        for r in t.rows
        for c in r.numbers
        if c.text.isdigit() and len(c.text) > 1
    ]
    if not hits:
        return False
    row, cell = case.rng.choice(hits)
    at = case.rng.randint(1, len(cell.text) - 1)
    place = row.cells.index(cell)
    row.cells.insert(place + 1, Cell(cell.text[at:], 1, 1, "note"))
    cell.text, cell.colspan = cell.text[:at], 1
    case.leave_open(row.numbers)
    return True


def glue_spaced(case: Case) -> bool:
    """Two neighbouring figures stand in one cell, a space between them."""
    hits = _pairs(case.tree())
    row, index = case.rng.choice(hits)
    _join(row, index, f"{row.cells[index].text} {row.cells[index + 1].text}")
    return True


def glue_bare(case: Case) -> bool:
    """Two neighbouring figures stand in one cell with nothing between them."""
    row, index = case.rng.choice(_pairs(case.tree()))
    case.leave_open(row.numbers)
    _join(row, index, row.cells[index].text + row.cells[index + 1].text)
    return True


def drop_spans(case: Case) -> bool:
    """Every rowspan and colspan is lost."""
    case.page.drop_spans = True
    return True


def drop_some_spans(case: Case) -> bool:
    """Some rowspans and colspans are lost."""
    hits = [c for t in case.page.trees() for r in t.rows for c in r.cells if c.rowspan * c.colspan > 1]
    for cell in case.rng.sample(hits, case.rng.randint(1, 6)):
        if cell.rowspan > 1:
            cell.rowspan = 1
        else:
            cell.colspan = 1
    return True


def _shift(tree: Tree, rows: list[int]) -> None:
    for index in rows:
        row = tree.rows[index]
        row.cells.insert(row.first_number, Cell("", role="blank"))
    tree.width += 1


def shift_right(case: Case) -> bool:
    """A blank cell before the figures of one row."""
    tree = case.tree()
    _shift(tree, [case.rng.choice(tree.body())])
    return True


def shift_block(case: Case) -> bool:
    """A run of rows stands one cell to the right."""
    tree = case.page.tree("applications")
    body = tree.body()
    first = case.rng.randint(0, len(body) - 2)
    _shift(tree, body[first : case.rng.randint(first + 1, len(body))])
    return True


def shift_left(case: Case) -> bool:
    """A row whose label lost a column: figures one to the left, a blank cell at the end."""
    tree = case.page.tree("applications")
    hits = [
        tree.rows[i] for i in tree.body() if tree.rows[i].cells[tree.rows[i].first_number - 1].colspan > 1
    ]
    for row in case.rng.sample(hits, case.rng.randint(1, 3)):
        row.cells[row.first_number - 1].colspan -= 1
        row.cells.append(Cell("", role="blank"))
    return True


def shift_sparse(case: Case) -> bool:
    """A shifted row whose zeros are blank: the columns of its figures cannot be told."""
    tree = case.page.tree("applications")
    index = case.rng.choice(tree.body())
    row = tree.rows[index]
    case.leave_open(row.numbers)
    for cell in row.numbers:
        if cell.text == "0":
            cell.text = ""
            case.accept(cell, None)
    _shift(tree, [index])
    return True


def swap_labels(case: Case) -> bool:
    """Two labels change places and the figures stay: nothing in the print tells it from two rows exchanged."""
    tree = case.page.tree("applications")
    keys = {r.key: r for r in case.sample.form.table("applications").rows}
    rows = [tree.rows[i] for i in free_rows(tree)]
    first = case.rng.choice([r for r in rows if r.key and keys[r.key].group])
    others = [
        r for r in rows if r is not first and r.key and keys[r.key].group == keys[first.key or ""].group
    ]
    if not others:
        return False
    second = case.rng.choice(others)
    one, two = first.cells[first.first_number - 1], second.cells[second.first_number - 1]
    one.text, two.text = two.text, one.text
    case.leave_open([*first.numbers, *second.numbers])
    return True


def exchange_rows(case: Case) -> bool:
    """Two neighbouring rows change places, figures too; labels swapped would look the same."""
    tree = case.tree()
    free = set(free_rows(tree))
    hits = [
        i
        for i in free
        if i + 1 in free
        and [c.colspan for c in tree.rows[i].cells] == [c.colspan for c in tree.rows[i + 1].cells]
    ]
    if not hits:
        return False
    at = case.rng.choice(sorted(hits))
    case.leave_open([*tree.rows[at].numbers, *tree.rows[at + 1].numbers])
    tree.rows[at], tree.rows[at + 1] = tree.rows[at + 1], tree.rows[at]
    return True


def exchange_columns(case: Case) -> bool:
    """Two columns of applicants change places, heading and figures together."""
    tree = case.page.tree("applications")
    at = case.rng.randint(0, 3)
    heads = tree.rows[2].cells
    heads[at], heads[at + 1] = heads[at + 1], heads[at]
    for index in tree.body():
        row = tree.rows[index]
        first = row.first_number + 1 + at
        row.cells[first], row.cells[first + 1] = row.cells[first + 1], row.cells[first]
    case.leave_open(list(tree.numbers()))
    return True


def extra_rows(case: Case) -> bool:
    """Empty rows inside the table."""
    tree = case.tree()
    for _ in range(case.rng.randint(1, 3)):
        at = case.rng.choice(tree.body())
        taken = sum(c.colspan for i in range(at) for c in tree.rows[i].cells if i + c.rowspan > at)
        insert_row(tree, at, Row([Cell("", role="blank") for _ in range(tree.width - taken)]))
    return True


def extra_column(case: Case) -> bool:
    """An empty column at the right edge or at the left."""
    tree = case.tree()
    left = case.rng.random() < 0.5
    for row in tree.rows:
        row.cells.insert(0 if left else len(row.cells), Cell("", role="blank"))
    tree.width += 1
    return True


def _place(case: Case, tree: Tree) -> int:
    return case.rng.choice([i for i in tree.body() if i > tree.body()[0]])


def repeated_head(case: Case) -> bool:
    """The heading rows printed again in the middle of the table, as at a page break."""
    tree = case.page.tree("applications")
    head = [Row([Cell(c.text, c.rowspan, c.colspan, c.role) for c in row.cells]) for row in tree.rows[:3]]
    upper, lower = cut(tree, _place(case, tree), case.rng.random() < 0.5)
    tree.rows = [*upper.rows, *head, *lower.rows]
    return True


def table_cut(case: Case) -> bool:
    """The table goes on in a second one, with or without its head."""
    tree = case.tree()
    upper, lower = cut(tree, _place(case, tree), case.rng.random() < 0.5)
    at = case.page.items.index(tree)
    between = [Line(f"— {case.rng.randint(2, 9)} —")] if case.rng.random() < 0.3 else []
    case.page.items[at : at + 1] = [upper, *between, lower]
    return True


def table_twice(case: Case) -> bool:
    """The same table printed twice."""
    tree = case.tree()
    copy = Tree(tree.key, tree.rows, tree.width)
    case.page.items.insert(case.page.items.index(tree), copy)
    return True


def stray_number(case: Case) -> bool:
    """A figure that belongs to no table stands beside one."""
    tree = case.tree()
    text = case.rng.choice(("17", "- 4 -", "第3页", "2024", "0"))
    if case.layout in MARKED and case.rng.random() < 0.5:
        tree.after.append(text)
    else:
        tree.before.append(text)
    return True


def missing_row(case: Case) -> bool:
    """A row of the form is not printed."""
    tree = case.tree()
    row = remove_row(tree, case.rng.choice(free_rows(tree)))
    for cell in row.numbers:
        case.accept(cell, ABSENT)
    return True


def missing_column(case: Case) -> bool:
    """A column of applicants is not printed, heading included."""
    tree = case.page.tree("applications")
    at = case.rng.randint(0, 4)
    del tree.rows[2].cells[at]
    tree.rows[0].cells[1].colspan -= 1
    tree.rows[1].cells[1].colspan -= 1
    case.leave_open(list(tree.numbers()))
    for index in tree.body():
        row = tree.rows[index]
        cell = row.cells.pop(row.first_number + 1 + at)
        case.accept(cell, ABSENT)
    tree.width -= 1
    return True


def missing_number(case: Case) -> bool:
    """One figure of a row is not printed and the row closes up."""
    tree = case.page.tree("applications")
    row = tree.rows[case.rng.choice(tree.body())]
    case.leave_open(row.numbers)
    cell = case.rng.choice(row.numbers)
    row.cells.remove(cell)
    case.accept(cell, ABSENT)
    return True


def label_in_two_rows(case: Case) -> bool:
    """The label goes on in a row of its own below the figures."""
    tree = case.page.tree("applications")
    at = case.rng.choice(free_rows(tree))
    row = tree.rows[at]
    cell = row.cells[row.first_number - 1]
    middle = max(2, len(cell.text) // 2)
    rest = [Cell(cell.text[middle:], 1, cell.colspan)] + [Cell("", role="blank") for _ in row.numbers]
    cell.text = cell.text[:middle]
    insert_row(tree, at + 1, Row(rest))
    return True


def _bare(case: Case, below: bool) -> bool:
    tree = case.page.tree("applications")
    at = case.rng.choice(free_rows(tree))
    row = tree.rows[at]
    first = row.first_number
    labels, numbers = row.cells[:first], row.cells[first:]
    bare = Row([Cell("", 1, c.colspan, "blank") for c in labels] + numbers, row.key)
    row.cells = labels + [Cell("", 1, c.colspan, "blank") for c in numbers]
    row.key = None
    insert_row(tree, at + 1 if below else at, bare)
    return True


def numbers_below(case: Case) -> bool:
    """The figures of one row stand in a row of their own below the label."""
    return _bare(case, True)


def numbers_above(case: Case) -> bool:
    """The figures of one row stand in a row of their own above the label."""
    return _bare(case, False)


def head_low(case: Case) -> bool:
    """The heading of the totals stands one row too low."""
    tree = case.page.tree("applications")
    total = tree.rows[1].cells.pop()
    tree.rows[1].cells.append(Cell("", role="blank"))
    tree.rows[2].cells.append(Cell(total.text, role="head"))
    return True
