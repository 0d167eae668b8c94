"""Flags for cells that a file of ours says are not settled, one for a table or row of which all is open."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from gongkai.report.document import CellKey, CellValue, Flag

WHY = "文件中注明待核，转出时还没有核对。"


def flags_of(key: str, cells: Mapping[CellKey, CellValue], unsettled: Collection[CellKey]) -> list[Flag]:
    """The flags of table ``key`` with these cells, of which ``unsettled`` are open; the widest that fit."""
    if not unsettled:
        return []
    if len(unsettled) == len(cells):
        return [Flag((key,), WHY)]
    open_cells = set(unsettled)
    out: dict[tuple[str, ...], Flag] = {}
    for row, column in unsettled:
        whole = all(cell in open_cells for cell in cells if cell[0] == row)
        where = (key, row) if whole else (key, row, column)
        out.setdefault(where, Flag(where, WHY))
    return list(out.values())
