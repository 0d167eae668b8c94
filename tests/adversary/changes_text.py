"""Mutations of how labels and figures are written: the shape of the table stays."""

from __future__ import annotations

from decimal import Decimal

from .case import Case
from .tree import Cell

FULL = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
TRADITIONAL = str.maketrans(
    "动开规范许处罚强费数决务总结转继续办复议诉讼维纠审经该报监设问题进内机关业构类护权区执应级缴钟单项额万属际发现无为产过书统计东会时订录",
    "動開規範許處罰強費數決務總結轉繼續辦復議訴訟維糾審經該報監設問題進內機關業構類護權區執應級繳鐘單項額萬屬際發現無為產過書統計東會時訂錄",
)
BRACKETS = str.maketrans("（）", "()")


def nothing(case: Case) -> bool:
    """The layout alone."""
    return True


def gb18030(case: Case) -> bool:
    """The bytes in GB18030."""
    case.page.encoding = "gb18030"
    return True


def utf16(case: Case) -> bool:
    """The bytes in UTF-16 with its mark."""
    case.page.encoding = "utf-16"
    return True


def traditional(case: Case) -> bool:
    """Every label and text in traditional characters."""
    case.page.title = case.page.title.translate(TRADITIONAL)
    for item in case.page.items:
        if hasattr(item, "text"):
            item.text = item.text.translate(TRADITIONAL)
        else:
            for row in item.rows:
                for cell in row.cells:
                    cell.text = cell.text.translate(TRADITIONAL)
    return True


def _labels(case: Case) -> list[Cell]:
    return [
        c
        for t in case.page.trees()
        for row in t.rows
        for c in row.cells
        if c.role in ("label", "head") and c.text
    ]


def label_variants(case: Case) -> bool:
    """Some labels in a wording that the form lists as a variant."""
    known = {
        entry.label: entry.variants
        for table in case.sample.form.tables
        for entry in (*table.rows, *table.columns)
        if entry.variants
    }
    hits = [c for c in _labels(case) if c.text in known]
    for cell in case.rng.sample(hits, min(len(hits), case.rng.randint(1, 8))):
        cell.text = case.rng.choice(known[cell.text])
    return bool(hits)


def label_numbering(case: Case) -> bool:
    """``1、`` for ``1.`` and half-width brackets."""
    comma = case.rng.random() < 0.5
    for tree in case.page.trees():
        for row in tree.rows:
            for cell in row.cells:
                if cell.role in ("label", "group", "head"):
                    cell.text = cell.text.translate(BRACKETS)
                    if comma and cell.text[1:2] == "." and cell.text[0].isdigit():
                        cell.text = cell.text[0] + "、" + cell.text[2:]
    return True


def label_typo(case: Case) -> bool:
    """One character of one long label is lost."""
    hits = [c for c in _labels(case) if c.role == "label" and len(c.text) >= 9]
    cell = case.rng.choice(hits)
    at = case.rng.randint(4, len(cell.text) - 1)
    cell.text = cell.text[:at] + cell.text[at + 1 :]
    return True


def label_broken(case: Case) -> bool:
    """Line breaks inside labels."""
    hits = [c for c in _labels(case) if len(c.text) >= 4]
    for cell in case.rng.sample(hits, min(8, len(hits))):
        at = case.rng.randint(1, len(cell.text) - 1)
        cell.text = cell.text[:at] + "\n" + cell.text[at:]
    return True


def full_width(case: Case) -> bool:
    """Full-width digits in all figures."""
    for tree in case.page.trees():
        for cell in tree.numbers():
            cell.text = cell.text.translate(FULL)
    return True


def thousands(case: Case) -> bool:
    """Separators in every figure of four digits and more."""
    hits = 0
    for tree in case.page.trees():
        for cell in tree.numbers():
            whole = cell.text.lstrip("-").split(".")[0]
            if len(whole) >= 4:
                cell.text = f"{Decimal(cell.text):,}"
                hits += 1
    return hits > 0


def units(case: Case) -> bool:
    """A unit behind some figures."""
    chosen = [c for t in case.page.trees() for c in t.numbers() if case.rng.random() < 0.3]
    for cell in chosen:
        assert cell.path is not None
        column = case.sample.form.table(cell.path[0]).column(cell.path[2])
        cell.text += (column.unit or "万元") if column.kind == "amount" else "件"
    return bool(chosen)


def wrap_digits(case: Case) -> bool:
    """A line break inside a figure."""
    hits = [c for t in case.page.trees() for c in t.numbers() if len(c.text) >= 2]
    for cell in case.rng.sample(hits, min(4, len(hits))):
        at = case.rng.randint(1, len(cell.text) - 1)
        cell.text = cell.text[:at] + "\n" + cell.text[at:]
    return bool(hits)


def _zeros(case: Case) -> list[Cell]:
    return [c for t in case.page.trees() for c in t.numbers() if c.text == "0"]


def _open_blanked(case: Case) -> None:
    """Where blanks do not show their column, every figure of a row with a blank is in doubt."""
    for tree in case.page.trees():
        for row in tree.rows:
            if any(not c.text for c in row.numbers):
                case.leave_open(row.numbers)


def blank_for_zero(case: Case) -> bool:
    """Blanks where zeros were; what is printed blank is no zero."""
    share = case.rng.choice((0.1, 0.5, 1.0))
    chosen = [c for c in _zeros(case) if case.rng.random() < share]
    for cell in chosen:
        cell.text = ""
        case.accept(cell, None)
    if case.layout in ("pipes", "one_cell_pipe", "one_cell", "spaced", "spaced_line"):
        _open_blanked(case)
    return bool(chosen)


def slash(case: Case) -> bool:
    """A stroke for not applicable in a row of zeros or in scattered cells."""
    return _mark(case, "/")


def dash(case: Case) -> bool:
    """A dash for not applicable."""
    return _mark(case, case.rng.choice(("-", "—", "——")))


def _mark(case: Case, mark: str) -> bool:
    zeros = _zeros(case)
    if not zeros:
        return False
    if case.rng.random() < 0.5:
        first = case.rng.choice(zeros)
        assert first.path is not None
        chosen = [c for c in zeros if c.path is not None and c.path[:2] == first.path[:2]]
    else:
        chosen = case.rng.sample(zeros, min(3, len(zeros)))
    for cell in chosen:
        cell.text = mark
        case.accept(cell, mark)
    return True
