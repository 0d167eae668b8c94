"""A small folder of reports and what a store of it holds, for the tests of the corpus."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from gongkai.corpus.asking import ask
from gongkai.corpus.build import build
from gongkai.corpus.columns import TABLES
from gongkai.corpus.store import Store
from tests.cli.files import report_html


def write_reports(folder: Path, count: int) -> None:
    """``count`` reports of invented bureaus, and two files that are none."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        text = report_html(new=number, organ=f"临溪市第{number}司法所")
        (folder / f"{number:04}.html").write_text(text, encoding="utf-8")
    (folder / "empty.html").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing")


def built(folder: Path, out: Path, **options: Any) -> Store:
    """A finished store."""
    for _ in build(folder, out, options.pop("jobs", 2), **options):
        pass
    return Store(out)


def content(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, sorted."""
    return {table: ask(store, f"SELECT * FROM {table} ORDER BY ALL").rows for table in TABLES}


def hands(process: int) -> list[int]:
    """The processes that do shards for that process."""
    found = []
    for thread in Path(f"/proc/{process}/task").iterdir():
        for child in map(int, (thread / "children").read_text().split()):
            if re.search(rb"gongkai\.corpus\.hand", Path(f"/proc/{child}/cmdline").read_bytes()):
                found.append(child)
    return found
