"""The job of a shard: bounds for each file, names as text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from gongkai.corpus import pipeline
from gongkai.corpus.asking import ask
from gongkai.corpus.shards import Shard
from gongkai.corpus.store import Store
from gongkai.files.limits import Limits


def test_a_slow_file_costs_only_its_own_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(path: Path, limits: Limits) -> bytes:
        time.sleep(5 if path.name == "a.html" else 0)
        raise KeyError("fault")

    monkeypatch.setattr(pipeline, "take", slow)
    store, shard = Store(tmp_path), Shard("3" * 32, str(tmp_path), ("a.html", "b.html", "c.html"))
    store.plan([shard])
    began: list[int] = []
    pipeline.job(shard, store, Limits(seconds=0.1), {2: ("breakdown", "崩溃。")}, began.append)
    found = ask(store, "SELECT file, failure FROM reports ORDER BY file").rows
    assert found == [("a.html", "too_slow"), ("b.html", "breakdown"), ("c.html", "breakdown")]
    assert began == [0, 1]


def test_a_name_that_is_no_text_is_shown_with_escapes() -> None:
    assert pipeline.shown("年\udcff.html") == "年\\xff.html"
