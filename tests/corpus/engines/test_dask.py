"""A Dask cluster of two processes writes what the cores of one machine write."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.corpus import shards
from tests.corpus.folders import built, content, write_reports


def test_the_same_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "MOST", 8)
    write_reports(tmp_path / "in", 30)
    local = content(built(tmp_path / "in", tmp_path / "local"))
    assert content(built(tmp_path / "in", tmp_path / "dask", engine="dask")) == local
    assert len(local["reports"]) == 32
