"""A roll-up as the object that other programs read: ``gongkai rollup --json``.

``sum``, ``bounds`` and ``share`` have the path of a cell as key, joined by dots
(``applications.newly_received.total``): a sum is there where at least one child has a number; bounds are
``[low, high]`` with ``null`` where nothing bounds them. Keys beside those of the interface (``year``,
``covers``, ``share``, ``open``, ``unexpected``) are additions.
"""

from __future__ import annotations

from typing import Any

from gongkai.report.compare import identity
from gongkai.report.document import AnnualReport
from gongkai.report.exchange import to_json
from gongkai.report.figures import dotted, written
from gongkai.report.rollup import Bounds, Child, Rollup
from gongkai.tables.form import Path


def as_json(rollup: Rollup) -> dict[str, Any]:
    """The object, keys in the order of the interface."""
    return {
        "year": rollup.year,
        "edition": rollup.edition,
        "own": None if rollup.own is None else _report(rollup.own),
        "covers": rollup.covers,
        "children": [_child(child) for child in rollup.children],
        "sum": {dotted(path): written(value, path) for path, value in rollup.total.items()},
        "bounds": {dotted(path): _pair(rollup.bounds(path), path) for path in rollup.paths},
        "open": {dotted(p): names for p in rollup.paths if (names := open_names(rollup, p))},
        "share": {
            dotted(path): _pair(share, path)
            for path in rollup.paths
            if rollup.own is not None and (share := rollup.share(path)) != (None, None)
        },
        "missing": list(rollup.missing),
        "unexpected": list(rollup.unexpected),
        "findings": [finding.as_json() for finding in rollup.findings],
    }


def open_names(rollup: Rollup, path: Path) -> list[str]:
    """The counted children whose number of this cell is not in the sum."""
    told = zip(rollup.counted, rollup.figures[path], strict=True)
    return [child.organ or child.source.file for child, value in told if value is None]


def _report(report: AnnualReport) -> dict[str, Any]:
    return {**identity(report), "tables": to_json(report)["tables"]}


def _child(child: Child) -> dict[str, Any]:
    errors = sum(finding.severity.value == "error" for finding in child.report.findings)
    out = {**_report(child.report), "counted": child.counted, "errors": errors}
    return out if child.counted else {**out, "left_out": child.left_out}


def _pair(bounds: Bounds, path: Path) -> list[int | str | None]:
    return [None if value is None else written(value, path) for value in bounds]
