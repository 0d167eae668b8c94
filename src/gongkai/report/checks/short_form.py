"""A report written short in TOML, as the fixtures of the checks are: what differs from a base, nothing more.

A file may name a ``base`` beside it (or in the folder above); its own keys then replace the base's, table
by table.

::

    base = "base-2021.toml"
    year = 2024
    [tables.applications]                 # as printed; 空 is a blank cell, 缺 one not printed
    newly_received = [2, 0, 0, 0, 0, 0, "空"]
    disclosed = []                        # the whole row is not printed
    [chapters.6]
    text = "无。"
    line = 80                             # where it stands in the file
    [[statement]]                         # the fields of gongkai.report.document.Statement
    [[flag]]                              # where, why; taken = {"newly_received/total" = 2}
    [previous]                            # last year's report in the same short form
    [[child]]                             # a subordinate's report; see missing_children too
    [[neighbour]]                         # another organ's report
    [[expect]]                            # what the check is to say, for the runner of the fixtures

``fill`` is what every cell holds that no row names (absent: such cells are not printed). ``remedies = false``
under ``[tables]`` is a table that was not found.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gongkai.report.checks.check import Context
from gongkai.report.document import (
    AnnualReport,
    Candidate,
    CellValue,
    Chapter,
    Flag,
    Place,
    Source,
    Statement,
    Table,
)
from gongkai.tables.form import TABLES, Form, form
from gongkai.values.errors import FormError

BLANK, ABSENT = "空", "缺"
Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """A report with what it is checked beside, and what is expected of the check."""

    report: AnnualReport
    context: Context
    expect: tuple[Data, ...]


def read_case(path: Path) -> Case:
    """The case in a file; raises :class:`FormError` for a row or a cell that the form does not have."""
    return case_of(_with_base(path))


def case_of(data: Data) -> Case:
    """The case that this data tells."""
    previous = data.get("previous")
    children = [_merged(data, child) for child in data.get("child", ())]
    neighbours = [_merged(data, neighbour) for neighbour in data.get("neighbour", ())]
    context = Context(
        previous=None if previous is None else report_of(_merged(_alone(data), previous)),
        children=tuple(report_of(_alone(child)) for child in children),
        missing_children=tuple(data.get("missing_children", ())),
        neighbours=tuple(report_of(_alone(neighbour)) for neighbour in neighbours),
    )
    return Case(report_of(data), context, tuple(data.get("expect", ())))


def report_of(data: Data) -> AnnualReport:
    """The report that this data tells, without what stands beside it."""
    edition = data.get("edition", "2021")
    official = form(edition)
    chapters = data.get("chapters", {})
    preamble = data.get("preamble")
    return AnnualReport(
        source=Source(data.get("file", ""), "toml", data.get("sha256", "")),
        organ=data.get("organ"),
        organ_kind=data.get("organ_kind") or None,
        title=data.get("title"),
        year=data.get("year") or None,
        edition=edition,
        dated_on=data.get("dated_on") or None,
        published_on=data.get("published_on") or None,
        chapters=tuple(
            _chapter(number, chapters.get(str(number))) for number, _ in enumerate(official.chapters, 1)
        ),
        preamble=Chapter(0, "", found=True, text=preamble) if preamble else None,
        tables={key: _table(official, data, key) for key in TABLES},
        other_tables=tuple(Table(key) for key in data.get("other_tables", ())),
        flags=tuple(_flag(entry) for entry in data.get("flag", ())),
        statements=tuple(_statement(entry) for entry in data.get("statement", ())),
    )


def _with_base(path: Path) -> Data:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    name = data.pop("base", None)
    if name is None:
        return data
    base = next(p for p in (path.parent / name, path.parent.parent / name) if p.exists())
    return _merged(_with_base(base), data)


def _merged(under: Data, over: Data) -> dict[str, Any]:
    """``over`` laid on ``under``: tables are merged key by key, anything else is replaced."""
    out = dict(under)
    for key, upper in over.items():
        lower = out.get(key)
        if isinstance(upper, Mapping) and isinstance(lower, Mapping):
            out[key] = _merged(lower, upper)
        else:
            out[key] = upper
    return out


def _alone(data: Data) -> dict[str, Any]:
    """The data of one report without flags, statements and what stands beside it."""
    beside = {"previous", "child", "neighbour", "missing_children", "expect"}
    beside |= {"flag", "statement", "other_tables"}
    return {key: value for key, value in data.items() if key not in beside}


def _chapter(number: int, data: Data | None) -> Chapter:
    if data is None or data.get("found") is False:
        return Chapter(number, "", found=False)
    places = ((0, Place(line=data["line"])),) if "line" in data else ()
    return Chapter(number, data.get("title", ""), found=True, text=data.get("text", ""), places=places)


def _table(official: Form, data: Data, key: str) -> Table | None:
    rows = data.get("tables", {}).get(key, {})
    if rows is False:
        return None
    wanted = official.table(key)
    cells: dict[tuple[str, str], CellValue] = {}
    for row in wanted.rows:
        columns = wanted.columns_of(row.key)
        values = rows.get(row.key, [data["fill"]] * len(columns) if "fill" in data else [])
        _fill(cells, row.key, columns, values)
    groups = {group.key for group in wanted.groups}
    for name, values in rows.items():
        if name in groups:
            _fill(cells, name, tuple(c.key for c in wanted.columns), values)
        elif name not in {row.key for row in wanted.rows}:
            raise FormError(f"no row {name!r} in table {key!r}")
    for name, value in data.get("cells", {}).get(key, {}).items():
        _fill(cells, name.split("/")[0], (name.split("/")[1],), [value])
    labels = data.get("labels", {}).get(key, {})
    units = {_pair(name): unit for name, unit in data.get("units", {}).get(key, {}).items()}
    return Table(key, cells, {}, labels, units)


def _fill(
    cells: dict[tuple[str, str], CellValue], row: str, columns: tuple[str, ...], values: list[CellValue]
) -> None:
    if values and len(values) != len(columns):
        raise FormError(f"row {row!r} has {len(columns)} cells, not {len(values)}")
    for column, value in zip(columns, values, strict=False):
        if value == ABSENT:
            cells.pop((row, column), None)
        else:
            cells[row, column] = None if value == BLANK else value


def _pair(name: str) -> tuple[str, str]:
    row, _, column = name.partition("/")
    return row, column


def _flag(entry: Data) -> Flag:
    taken = entry.get("taken")
    readings = [Candidate({_pair(k): v for k, v in taken.items()}, "label", taken=True)] if taken else []
    weighed = entry.get("weighed")
    if weighed:
        readings.append(Candidate({_pair(k): v for k, v in weighed.items()}, "geometry"))
    return Flag(tuple(entry["where"]), entry.get("why", "两种读法不一致"), tuple(readings))


def _statement(entry: Data) -> Statement:
    fields = {"unit": "件", "bound": "exact", "chapter": 1, "verdict": "differs", **entry}
    fields["span"] = tuple(fields.get("span", (0, len(fields["text"]))))
    fields["against"] = tuple(fields.get("against", ()))
    return Statement(**fields)
