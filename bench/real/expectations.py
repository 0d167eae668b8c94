"""What a person read off the shared reports, as paths of our own: the other side of every measurement.

A folder holds ``expected.json`` beside the file as published; the four seeds stand in a folder of their own.
The shared folder is given by ``GONGKAI_SHARED`` and is by default ``../shared`` beside the checkout.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gongkai.tables.form import Form, TableForm, form
from gongkai.tables.form import Path as CellPath

NUMBERS = {1: "proactive", 2: "applications", 3: "remedies"}


def shared() -> Path:
    """The folder with the shared reports and seeds; it may be absent."""
    default = Path(__file__).resolve().parents[3] / "shared"
    return Path(os.environ.get("GONGKAI_SHARED", default))


@dataclass(slots=True)
class Expected:
    """One report: file, cells by path, which cells may stay open, violations and true statements."""

    name: str
    file: Path
    form: Form
    cells: dict[CellPath, object] = field(default_factory=dict)
    may_be_open: list[tuple[str, ...]] = field(default_factory=list)
    may_be_blank: list[tuple[str, ...]] = field(default_factory=list)
    no_table: list[str] = field(default_factory=list)
    violations: list[dict[str, Any]] = field(default_factory=list)
    true_prose: str = ""
    year: int | None = None

    @property
    def seed(self) -> bool:
        """True for the four seed reports."""
        return self.name.startswith("seed-")


def row_key(table: TableForm, text: str) -> str | None:
    """The row, or group printed as one row, that a heading such as ``三（七）总计`` names."""
    head, _, tail = text.partition("-")
    plain = head.removeprefix("三") if head.startswith("三（") else head
    groups = {g.key: g.label for g in table.groups}
    if tail:
        inside = [r for r in table.rows if groups.get(r.group or "", "").startswith(plain)]
        return next((r.key for r in inside if r.label.startswith(tail)), None)
    official = [(r.label, r.key) for r in table.rows] + [(label, key) for key, label in groups.items()]
    variants = [(v, r.key) for r in table.rows for v in r.variants]
    return next((key for label, key in official + variants if label.startswith(plain)), None)


def _proactive(target: Expected, table: dict[str, Any]) -> None:
    official = target.form.table("proactive")
    for text, value in table.items():
        if text.startswith("_"):
            continue
        row = row_key(official, text)
        assert row is not None, text
        columns = official.columns_of(row)
        if isinstance(value, list):
            target.cells |= {("proactive", row, c): v for c, v in zip(columns, value, strict=True)}
        elif "decisions" in columns:
            target.cells["proactive", row, "decisions"] = value
        elif columns == ("amount",):
            target.cells["proactive", row, "amount"] = value
        elif value is None and len(columns) == 2 and row == "procurement":
            target.cells |= {("proactive", row, c): None for c in columns}
    for text, column in (("_上一年项目数量", "previous_year"), ("_本年增减", "change")):
        for label, value in table.get(text, {}).items():
            row = row_key(official, label)
            assert row is not None, label
            target.cells["proactive", row, column] = value


def _grid(target: Expected, key: str, table: dict[str, Any]) -> None:
    official = target.form.table(key)
    for text, values in table.items():
        row = row_key(official, text)
        assert row is not None, text
        target.cells |= {(key, row, c.key): v for c, v in zip(official.columns, values, strict=True)}


def _leeway(target: Expected, name: str, text: str, into: list[tuple[str, ...]]) -> None:
    """Rows and cells that ``name`` names (``table2 四 总计``), and rows that its text names."""
    words = name.split()
    key = NUMBERS[int(words[0][-1])]
    official = target.form.table(key)
    row = row_key(official, words[1]) if len(words) > 1 else None
    column = next((c.key for c in official.columns if len(words) > 2 and c.label == words[2]), None)
    into.append(tuple(part for part in (key, row, column) if part))
    into.extend((key, r.key) for r in official.rows if any(w in text for w in r.wordings))


def load(folder: Path, file: Path) -> Expected:
    """Read one ``expected.json``."""
    data = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    meta_file = folder / "meta.json"
    meta = json.loads(meta_file.read_text(encoding="utf-8")) if meta_file.exists() else {}
    out = Expected(folder.name, file, form(data.get("format", "2021")), year=meta.get("year"))
    out.violations = data.get("violations", [])
    out.true_prose = data.get("narrative_checks", "")
    for number, key in NUMBERS.items():
        table = data.get(f"table{number}", data.get(f"table{number}_partial", {}))
        if table is None:
            out.no_table.append(key)
        elif key == "proactive":
            _proactive(out, table)
        else:
            _grid(out, key, table)
    for name, text in data.get("ambiguous", {}).items():
        _leeway(out, name, text, out.may_be_open)
    for name, text in data.get("alternatives", {}).items():
        _leeway(out, name, text, out.may_be_open)
        _leeway(out, name, "", out.may_be_blank)
    return out


def all_expected() -> Iterator[Expected]:
    """Every shared report, seeds last; nothing where the folder is absent."""
    root = shared()
    for folder in sorted((root / "reports").glob("*/")):
        if not (folder / "expected.json").exists():
            continue
        if folder.name.startswith("seed-"):
            number = folder.name.removeprefix("seed-")
            files = sorted((root / "seeds").glob(f"{number}_*"))
        else:
            files = sorted(folder.glob("source.*"))
        if files:
            yield load(folder, files[0])
