"""Rows of the official tables as they stand in print: a label and what follows it, nothing believed yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import takewhile

from gongkai.report.document import Place
from gongkai.report.reader.blocks import Cell, Grid, Item
from gongkai.report.reader.labels import SURE, Match, columns_of, groups_of, rows_of
from gongkai.report.reader.normal import fold, value
from gongkai.tables.form import form

_ENOUGH_HEADS = 2


@dataclass(slots=True)
class Head:
    """The columns of a table as its head prints them: key to (first column, width), and the wording."""

    columns: dict[str, tuple[int, int]] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    shaped: bool = False

    @property
    def ordered(self) -> tuple[str, ...]:
        """The keys from left to right."""
        return tuple(sorted(self.columns, key=lambda k: self.columns[k][0]))

    @property
    def sound(self) -> bool:
        """False where two keys claim one column (covered cells of the head are missing in print)."""
        firsts = [first for first, _ in self.columns.values()]
        return len(set(firsts)) == len(firsts)

    @property
    def trusted(self) -> bool:
        """True where the order may be believed: total last, natural persons first, as every form has them.

        Print that lost the spans of its head puts columns of its two lines in a false order.
        """
        if not self.sound:
            return False
        order = self.ordered
        first = "natural_person" not in order or order[0] == "natural_person"
        return first and ("total" not in order or order[-1] == "total")


@dataclass(slots=True)
class Row:
    """One printed row: its label, the texts of the cells after it ("" is a blank cell), and where they stand.

    ``spans`` gives (first column, width) of each token where the file knows columns. ``glued`` rows come from
    running text; ``packed`` where that text runs the cells of its rows together; ``lossy`` where it
    drops blank cells; ``shaped`` ones from a grid
    whose cells are declared.
    """

    label: str
    match: Match | None
    tokens: list[str]
    place: Place
    spans: list[tuple[int, int]] | None = None
    places: list[Place] = field(default_factory=list)
    head: Head | None = None
    instance: int = 0
    glued: bool = False
    packed: bool = False
    lossy: bool = False
    shaped: bool = False

    @property
    def filled(self) -> list[str]:
        """The tokens that are not blank."""
        return [t for t in self.tokens if t]


@dataclass(slots=True)
class Found:
    """Everything that looks like a row of one table, in the order of print, and the heads met."""

    rows: list[Row] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    group_rows: list[Row] = field(default_factory=list)


def from_grids(items: list[tuple[int, Item]], edition: str) -> dict[str, Found]:
    """The rows that stand in grids, by table; a grid may hold several tables or a piece of one."""
    found = {key: Found() for key in ("proactive", "applications", "remedies")}
    state = _State(edition, found)
    for index, item in items:
        if isinstance(item, Grid):
            state.take(index, item)
    return found


@lru_cache(maxsize=4)
def head_words(edition: str) -> frozenset[str]:
    """Folded words that stand in the head of a table and never before its numbers."""
    words: set[str] = set()
    for table in form(edition).tables:
        words.update(fold(w) for w in (table.corner, table.column_heading, table.column_group) if w)
        words.update(fold(w) for c in table.columns for w in c.wordings)
        words.update(fold(b.heading) for b in table.blocks)
    return frozenset(words)


class _State:
    """What has been met so far: the table we are in, and its head."""

    def __init__(self, edition: str, found: dict[str, Found]) -> None:
        self.edition = edition
        self.found = found
        self.table: str | None = None
        self.head: Head | None = None
        self.head_rows = 0

    def take(self, index: int, grid: Grid) -> None:
        """Take every row of one grid."""
        self.head = None
        for number, cells in enumerate(grid.rows):
            self._row(index, grid, number, cells)

    def _row(self, index: int, grid: Grid, number: int, cells: list[Cell]) -> None:
        labels, values = _split(cells)
        if not labels and not any(c.text.strip() for c in values) and not self._blank_remedies(values):
            return
        if labels and not any(c.text.strip() for c in values) and self._is_head(labels, grid.shaped):
            return
        line = grid.lines[number] if grid.lines else grid.line
        place = Place(grid.page, line, index, number)
        row = Row(
            label=labels[-1].text if labels else "",
            match=None,
            tokens=[c.text.strip() for c in values],
            place=place,
            spans=[(c.column, c.colspan) for c in values],
            places=[Place(grid.page, line, index, number, cells.index(c)) for c in values],
            head=self.head,
            shaped=grid.shaped,
        )
        self._assign(row, labels)

    def _blank_remedies(self, values: list[Cell]) -> bool:
        """A row of blank cells below the head of remedies is the row of that table, printed blank."""
        width = len(form(self.edition).table("remedies").columns)
        return self.table == "remedies" and not self.found["remedies"].rows and len(values) >= width

    def _is_head(self, labels: list[Cell], shaped: bool) -> bool:
        """Take a row of labels alone that heads the columns of a table; True where it was one."""
        hits: dict[str, dict[str, Cell]] = {}
        for table in ("applications", "remedies", "proactive"):
            index = columns_of(self.edition, table)
            known = hits.setdefault(table, {})
            for cell in labels:
                key = index.exact(fold(cell.text))
                if key:
                    known.setdefault(key, cell)
        table = max(hits, key=lambda t: len(hits[t]))
        words = head_words(self.edition)
        only_heads = all(fold(c.text) in words for c in labels)
        if len(hits[table]) >= _ENOUGH_HEADS or (only_heads and hits[table]):
            self.table = table
            if table == "applications":
                self._head(hits[table])
            else:
                self.found[table].heads.append(Head({}, {k: c.text for k, c in hits[table].items()}, shaped))
            return True
        if any(rows_of(self.edition, "remedies").exact(fold(c.text)) for c in labels):
            self.table = "remedies"
            return True
        return only_heads

    def _head(self, known: dict[str, Cell]) -> None:
        """The head of the applications, which print spreads over two or three rows."""
        head = self.head if self.head is not None else Head()
        for key, cell in known.items():
            head.columns.setdefault(key, (cell.column, cell.colspan))
            head.printed.setdefault(key, cell.text)
        if self.head is None:
            self.found["applications"].heads.append(head)
        self.head = head

    def _assign(self, row: Row, labels: list[Cell]) -> None:
        """Give the row to the table whose label it bears, else to the table we are in."""
        if not labels:
            if self.table is not None:
                self.found[self.table].rows.append(row)
            return
        best = best_match(labels, self.edition, self.table)
        if best is None:
            if row.filled and self.table is not None and len(row.tokens) > 1:
                row.label = "".join(c.text for c in labels)
                self.found[self.table].rows.append(row)
            return
        table, match, text = best
        row.match, row.label = match, text
        if table == "group":
            self.table = "applications"
            if row.filled or len(row.tokens) > 2:
                self.found["applications"].group_rows.append(row)
            return
        if not row.tokens:
            return
        self.table = table
        self.found[table].rows.append(row)


def _split(cells: list[Cell]) -> tuple[list[Cell], list[Cell]]:
    """Cells of a row as labels and values; a remark after the values is left out."""
    first_number = next(
        (i for i, c in enumerate(cells) if c.text.strip() and value(c.text) is not None), len(cells)
    )
    last_label = max((i for i, c in enumerate(cells[:first_number]) if c.text.strip()), default=-1)
    labels = [c for c in cells[: last_label + 1] if c.text.strip()]
    values = list(takewhile(lambda cell: value(cell.text) is not None, cells[last_label + 1 :]))
    return labels, values


def best_match(labels: list[Cell], edition: str, table: str | None) -> tuple[str, Match, str] | None:
    """The table and row that the labels of a row speak of: the last label first, then several joined."""
    for text in _label_texts(labels):
        best: tuple[str, Match, str] | None = None
        for name in _order(table):
            match = rows_of(edition, name).match(text)
            if match and (best is None or match.score > best[1].score):
                best = (name, match, text)
        group = groups_of(edition, "applications").match(text)
        if group and group.score >= SURE and (best is None or group.score > best[1].score):
            return ("group", group, text)
        if best is not None:
            return best
    return None


def _order(table: str | None) -> tuple[str, ...]:
    names = ("proactive", "applications", "remedies")
    return names if table is None else (table, *(n for n in names if n != table))


def _label_texts(labels: list[Cell]) -> Iterator[str]:
    texts = [c.text for c in labels]
    yield texts[-1]
    for start in range(len(texts) - 2, -1, -1):
        yield "".join(texts[start:])
