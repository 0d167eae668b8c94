"""The ids of places on the page: cells of the official tables, findings, and places in the source."""

from __future__ import annotations

from gongkai.report.document import Place


def part_id(index: int) -> str:
    """A report in the file, from 1."""
    return f"part{index}"


def cell_id(part: str, table: str, row: str, column: str) -> str:
    """A cell of an official table; dots of row keys become hyphens."""
    return f"{part}-{table}-{row}-{column}".replace(".", "-").replace("_", "-")


def finding_id(part: str, number: int) -> str:
    """A finding, numbered from 1 in its part."""
    return f"{part}-finding{number}"


def statement_mark_id(part: str, number: int) -> str:
    """The marked figure of a statement in the source, numbered from 1 in its part."""
    return f"{part}-said{number}"


def finding_mark_id(part: str, number: int) -> str:
    """The marked words of a finding in the source."""
    return f"{part}-marked{number}"


def block_id(block: int) -> str:
    """A block of the source."""
    return f"source{block}"


def source_cell_id(block: int, row: int, cell: int) -> str:
    """A cell of a table in the source."""
    return f"source{block}-{row}-{cell}"


def place_id(place: Place | None) -> str:
    """The id for a place of a report: the cell where it has one, else the block; empty where it has none."""
    if place is None or place.block is None:
        return ""
    if place.row is not None and place.cell is not None:
        return source_cell_id(place.block, place.row, place.cell)
    return block_id(place.block)
