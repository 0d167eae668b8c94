"""A store on disk: one folder a shard with one Parquet file a table, and a manifest that lists the shards.

A shard is written beside the others under a passing name and then renamed: it is there as a whole or not at
all, whatever is killed when. ``manifest.json`` is replaced the same way.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from gongkai.corpus.columns import KEYS, TABLES
from gongkai.corpus.shards import Shard
from gongkai.values.errors import Refused

SCHEMA = "gongkai/corpus/1"
USUAL_LINE = 16_000_000
"""Bytes that DuckDB makes room for, unless a report's rows take more."""


_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half characters are no UTF-8; a text that holds one would cost the whole shard."""


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of a store."""

    folder: Path

    @property
    def shards(self) -> Path:
        """The folder of finished shards."""
        return self.folder / "shards"

    @property
    def passing(self) -> Path:
        """The folder of shards that are being written."""
        return self.folder / "passing"

    def has(self, name: str) -> bool:
        """True where the shard of that name is finished."""
        return (self.shards / name).is_dir()

    def plan(self, planned: Sequence[Shard]) -> None:
        """Write down which shards belong to the store from now on."""
        self.shards.mkdir(parents=True, exist_ok=True)
        self.passing.mkdir(exist_ok=True)
        listed = [{"name": shard.name, "files": len(shard.files)} for shard in planned]
        text = json.dumps({"schema": SCHEMA, "shards": listed}, indent=1)
        new = self.folder / f"manifest.{os.getpid()}.passing"
        new.write_text(text, encoding="utf-8")
        new.replace(self.folder / "manifest.json")

    def listed(self) -> dict[str, int]:
        """The shards that belong to the store, finished or not, with their numbers of files.

        Raises :class:`Refused` where the folder is no store.
        """
        try:
            manifest = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
            if manifest["schema"] == SCHEMA:
                return {shard["name"]: shard["files"] for shard in manifest["shards"]}
        except (OSError, ValueError, KeyError, TypeError):
            pass
        raise Refused(
            "no_store",
            f"{self.folder} 不是年报库：没有可用的 manifest.json。"
            "请先用“gongkai corpus build 文件夹 --out 库”建库。",
        )

    def finished(self) -> list[str]:
        """The shards that belong to the store and are finished, in order."""
        return [name for name in self.listed() if self.has(name)]

    def tidy(self) -> None:
        """Take away what no longer belongs: shards of files as they were before, pieces of killed runs."""
        keep = set(self.listed())
        for shard in self.shards.iterdir():
            if shard.name not in keep:
                shutil.rmtree(shard, ignore_errors=True)
        shutil.rmtree(self.passing, ignore_errors=True)

    def write(self, name: str, reports: Iterable[Mapping[str, Any]]) -> None:
        """Write a shard; where another process was quicker, its shard stands and this one is dropped."""
        self.passing.mkdir(exist_ok=True)
        place = Path(tempfile.mkdtemp(prefix=f"{name}.", dir=self.passing))
        try:
            _to_parquet(place, reports)
            place.chmod(0o755)
            place.rename(self.shards / name)
        except OSError:
            if not self.has(name):
                raise
        finally:
            shutil.rmtree(place, ignore_errors=True)


def _to_parquet(place: Path, reports: Iterable[Mapping[str, Any]]) -> None:
    """One line of JSON a report with its columns as lists; DuckDB lays them out as rows."""
    lines = place / "rows.jsonl"
    longest = USUAL_LINE
    with lines.open("w", encoding="utf-8") as stream:
        for report in reports:
            line = json.dumps(report, ensure_ascii=False, separators=(",", ":"))
            longest = max(longest, 4 * len(line))
            stream.write(_SURROGATE.sub("\ufffd", line) + "\n")
    with connection() as base:
        base.execute(f"CREATE TEMP TABLE lines AS SELECT * FROM {_reader(lines, longest)}")  # noqa: S608  # own names
        for table, columns in TABLES.items():
            lists = ", ".join(f"unnest({table}.{name}) AS {name}" for name in columns)
            target = quoted(str(place / f"{table}.parquet"))
            rows = f"SELECT file, part, {lists} FROM lines"  # noqa: S608  # own names
            base.execute(f"COPY ({rows}) TO {target} (FORMAT parquet, COMPRESSION zstd)")
    lines.unlink()


def _reader(lines: Path, longest: int) -> str:
    kinds = {**KEYS, **{table: _struct(columns) for table, columns in TABLES.items()}}
    told = ", ".join(f"{name}: {quoted(kind)}" for name, kind in kinds.items())
    options = f"format='newline_delimited', maximum_object_size={longest}, columns={{{told}}}"
    return f"read_json({quoted(str(lines))}, {options})"


def _struct(columns: Mapping[str, str]) -> str:
    return f"STRUCT({', '.join(f'{name} {kind}[]' for name, kind in columns.items())})"


def connection() -> duckdb.DuckDBPyConnection:
    """A DuckDB of one thread that keeps nothing and fetches nothing from the network."""
    return duckdb.connect(
        config={
            "threads": 1,
            "preserve_insertion_order": True,
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
        }
    )


def quoted(text: str) -> str:
    """The text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"
