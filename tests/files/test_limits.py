"""Bytes come in only within the limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.files.limits import Limits, take
from gongkai.values.errors import OverLimit, Refused


def test_a_file_within_the_limit_is_taken_whole(tmp_path: Path) -> None:
    place = tmp_path / "a.txt"
    place.write_bytes(b"12345")
    assert take(place, Limits(size=5)) == b"12345"


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    place = tmp_path / "sparse.html"
    with place.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(OverLimit) as caught:
        take(place)
    assert caught.value.code == "too_large"
    assert "200 MB" in caught.value.message


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    for place, code in (
        (tmp_path, "not_a_file"),
        (tmp_path / "none.txt", "not_found"),
        ("a\x00b", "not_readable"),
    ):
        with pytest.raises(Refused) as caught:
            take(place)
        assert caught.value.code in (code, "not_found")


def test_megabytes_are_told_without_idle_decimals() -> None:
    with pytest.raises(OverLimit, match=r"30\.5 MB，最多接受 20 MB"):
        Limits().check_size(30_500_000)
