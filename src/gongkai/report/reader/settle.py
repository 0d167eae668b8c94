"""Which of several readings of a row stands: the equations decide, and what they cannot is flagged.

A row whose cells print gives in full is taken as printed even where its sum does not close: that is the
office's error, and a check will say so. The equations are asked only where print leaves several readings.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from math import prod

from gongkai.report.document import CellKey, CellValue
from gongkai.report.reader.slots import Proposal
from gongkai.tables.equations import Instance

_MOST = 4096


@dataclass(slots=True)
class Settled:
    """The reading that stands for each row (None where none does), and why a row is flagged."""

    taken: dict[str, Proposal | None] = field(default_factory=dict)
    doubts: dict[str, str] = field(default_factory=dict)


def settle(proposals: Mapping[str, Sequence[Proposal]], equations: Sequence[Instance]) -> Settled:
    """Choose one proposal a row. Keys are rows; the proposals' cells are by column."""
    result = Settled()
    open_rows: dict[str, Sequence[Proposal]] = {}
    for key, options in proposals.items():
        sure = [p for p in options if p.sure]
        if not options:
            result.taken[key] = None
            result.doubts[key] = "这一行印出的数字个数与表头的列数对不上，无法确定各数属于哪一列。"
        elif len(sure) == 1:
            result.taken[key] = sure[0]
        else:
            open_rows[key] = sure or options
    if open_rows:
        _search(open_rows, equations, result)
    return result


def cells_of(taken: Mapping[str, Proposal | None]) -> dict[CellKey, CellValue]:
    """The cells of the rows that stand."""
    return {(row, col): v for row, p in taken.items() if p is not None for col, v in p.cells.items()}


def failing(cells: Mapping[CellKey, CellValue], equations: Sequence[Instance]) -> int:
    """How many equations do not close; blanks count as nothing."""
    return sum(not e.evaluate(cells).closes for e in equations)


def _search(open_rows: dict[str, Sequence[Proposal]], equations: Sequence[Instance], result: Settled) -> None:
    """The combination of readings that breaks the fewest equations, if it is the only one."""
    names = list(open_rows)
    if prod(len(open_rows[n]) for n in names) > _MOST:
        for name in names:
            _one_by_one(name, open_rows[name], equations, result)
        return
    fixed = cells_of(result.taken)
    touched = [e for e in equations if any(row in open_rows for row, _ in e.cells)]
    best: list[tuple[Proposal, ...]] = []
    fewest = len(touched) + 1
    for choice in islice(product(*(open_rows[n] for n in names)), _MOST):
        cells = {**fixed, **cells_of(dict(zip(names, choice, strict=True)))}
        wrong = failing(cells, touched)
        if wrong < fewest:
            best, fewest = [choice], wrong
        elif wrong == fewest:
            best.append(choice)
    for i, name in enumerate(names):
        options = {id(choice[i]): choice[i] for choice in best}
        only = len(open_rows[name]) == 1 and _own_closes(name, open_rows[name][0], equations)
        _decide(name, list(options.values()), closed=fewest == 0 or only, bound=bool(touched), result=result)


def _decide(name: str, options: list[Proposal], *, closed: bool, bound: bool, result: Settled) -> None:
    if len(options) == 1:
        result.taken[name] = options[0]
        if options[0].partial:
            result.doubts[name] = "这一行的数字比表头的列少，按各数所在的列读取，请核对。"
        elif not (closed and bound) and not options[0].sure:
            result.doubts[name] = "这一行的读法没有勾稽关系可以证实。"
        return
    result.taken[name] = None
    result.doubts[name] = "这一行有几种读法，勾稽关系分不出哪一种对。"


def _own_closes(name: str, proposal: Proposal, equations: Sequence[Instance]) -> bool:
    own = [e for e in equations if e.equation.along == "row" and e.at == name]
    return bool(own) and failing({(name, c): v for c, v in proposal.cells.items()}, own) == 0


def _one_by_one(
    name: str, options: Sequence[Proposal], equations: Sequence[Instance], result: Settled
) -> None:
    own = [e for e in equations if all(row == name for row, _ in e.cells)]
    closing = [p for p in options if failing({(name, c): v for c, v in p.cells.items()}, own) == 0]
    _decide(name, closing or list(options), closed=bool(closing), bound=bool(own), result=result)
