"""ECharts stands unchanged, with its licences and its hashes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

VENDOR = Path(__file__).resolve().parents[3] / "src" / "gongkai" / "report" / "charts" / "vendor"
LIST = "SHA256SUMS.txt"


def listed() -> dict[str, str]:
    """Path and hash of each line of the list."""
    lines = (VENDOR / LIST).read_text(encoding="ascii").splitlines()
    return {path: digest for digest, path in (line.split(maxsplit=1) for line in lines)}


def test_every_file_is_on_the_list() -> None:
    there = {p.relative_to(VENDOR).as_posix() for p in VENDOR.rglob("*") if p.is_file()} - {LIST}
    assert there == set(listed())
    assert {"echarts/LICENSE.txt", "echarts/NOTICE.txt", "echarts/LICENSE-zrender.txt"} <= there


@pytest.mark.parametrize("path", listed())
def test_a_file_has_its_hash(path: str) -> None:
    data = (VENDOR / path).read_bytes()
    assert hashlib.sha256(data).hexdigest() == listed()[path]
    assert hashlib.sha256(data + b" ").hexdigest() != listed()[path]
