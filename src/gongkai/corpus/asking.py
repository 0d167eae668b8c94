"""Questions over a store: its tables as views in a DuckDB that can reach the store and nothing else.

Besides the tables of :mod:`gongkai.corpus.columns` there are the views ``once`` (reports that were read, one
for each organ and year: the first by file name), ``form`` (rows of the official tables with their labels) and
``equation_rules`` (codes of the checks that hold sums).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import duckdb

from gongkai.corpus.columns import KEYS, TABLES
from gongkai.corpus.store import Store, connection, quoted
from gongkai.tables.form import EDITIONS, form
from gongkai.values.errors import Refused

EQUATION_RULES = ("R302", "R303", "R304", "R402")
"""The checks that hold an equation of the form."""

_ONCE = """
CREATE VIEW once AS SELECT * FROM reports WHERE failure IS NULL
QUALIFY organ IS NULL OR year IS NULL OR row_number() OVER (PARTITION BY organ, year ORDER BY file, part) = 1
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """The names of the columns, and the rows."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


@contextmanager
def opened(store: Store, threads: int = 1) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with all views over the finished shards; raises :class:`Refused` where none is."""
    names = store.finished()
    with connection() as base:
        base.execute(f"SET threads = {threads}")
        for table, columns in TABLES.items():
            base.execute(f"CREATE VIEW {table} AS {_source(store, names, table, {**KEYS, **columns})}")
        base.execute(_ONCE)
        base.execute("CREATE TABLE form (edition VARCHAR, table_key VARCHAR, row_key VARCHAR, label VARCHAR)")
        base.executemany("INSERT INTO form VALUES (?, ?, ?, ?)", _labels())
        base.execute("CREATE TABLE equation_rules (code VARCHAR)")
        base.executemany("INSERT INTO equation_rules VALUES (?)", [(code,) for code in EQUATION_RULES])
        base.execute(f"SET allowed_directories = [{quoted(str(store.shards.resolve()))}]")
        base.execute("SET enable_external_access = false")
        base.execute("SET lock_configuration = true")
        yield base


def ask(store: Store, sql: str, threads: int = 1) -> Answer:
    """The answer to one statement of SQL; raises :class:`Refused` where DuckDB cannot carry it out."""
    with opened(store, threads) as base:
        try:
            found = base.execute(sql)
            columns = tuple(column[0] for column in found.description or ())
            return Answer(columns, found.fetchall() if columns else [])
        except duckdb.Error as error:
            raise Refused("bad_sql", f"这条查询无法执行，请改正后再试。数据库的说明：{error}") from error


def _source(store: Store, names: list[str], table: str, columns: dict[str, str]) -> str:
    if not names:
        nothing = ", ".join(f"NULL::{kind} AS {name}" for name, kind in columns.items())
        return f"SELECT {nothing} WHERE false"
    paths = ", ".join(quoted(str(store.shards.resolve() / name / f"{table}.parquet")) for name in names)
    return f"SELECT * FROM read_parquet([{paths}])"  # noqa: S608  # own names, quoted


def _labels() -> list[tuple[str, str, str, str]]:
    return [
        (edition, table.key, row.key, row.label)
        for edition in EDITIONS
        for table in form(edition).tables
        for row in table.rows
    ]
