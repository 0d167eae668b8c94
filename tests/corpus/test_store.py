"""A shard is there as a whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gongkai.corpus.asking import ask
from gongkai.corpus.rows import failure_rows
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store, quoted
from gongkai.values.errors import Refused

NAME = "2" * 32


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A store that plans one shard."""
    one = Store(tmp_path)
    one.plan([Shard(NAME, "", ("a",))])
    return one


def test_rows_that_break_off_leave_nothing(store: Store) -> None:
    def rows() -> Iterator[dict[str, Any]]:
        yield failure_rows("a", "empty", "空。")
        raise KeyError

    with pytest.raises(KeyError):
        store.write(NAME, rows())
    assert store.finished() == []
    assert list(store.passing.iterdir()) == []


def test_the_first_to_finish_stands(store: Store) -> None:
    store.write(NAME, [failure_rows("first", "empty", "空。")])
    store.write(NAME, [failure_rows("second", "empty", "空。")])
    assert ask(store, "SELECT file FROM reports").rows == [("first",)]


def test_half_characters_cost_no_shard(store: Store) -> None:
    store.write(NAME, [failure_rows("a'\ud800\0b", "empty", "“引号”\n")])
    assert ask(store, "SELECT reason FROM reports").rows == [("“引号”\n",)]


def test_a_folder_that_is_no_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="不是年报库"):
        Store(tmp_path).listed()


def test_quotes_are_doubled() -> None:
    assert quoted("a'b") == "'a''b'"
