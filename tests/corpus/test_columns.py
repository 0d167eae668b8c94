"""The tables as declared are the tables as written."""

from __future__ import annotations

from pathlib import Path

from gongkai.corpus.asking import ask
from gongkai.corpus.columns import KEYS, TABLES
from gongkai.corpus.rows import failure_rows
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store


def test_parquet_has_the_columns_and_types_declared(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.plan([Shard("6" * 32, "", ("a",))])
    store.write("6" * 32, [failure_rows("a", "empty", "空。")])
    for table, columns in TABLES.items():
        found = ask(store, f"DESCRIBE SELECT * FROM {table}").rows
        assert {row[0]: row[1] for row in found} == {**KEYS, **columns}
