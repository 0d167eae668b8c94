"""The store: random names, private folders, nothing sent that is not what was stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from gongkai.values.errors import Refused
from gongkai.web.attachments.store import drop, keep, names, read


@pytest.fixture(autouse=True)
def _folder(own_keys: Path) -> None:
    """The store of this run."""


def test_what_is_kept_comes_back() -> None:
    stored_as, sha256 = keep("甲".encode())
    assert read(stored_as, sha256) == "甲".encode()
    assert stored_as in set(names())
    assert keep("甲".encode())[0] != stored_as


def test_only_the_owner_reads_the_folder() -> None:
    stored_as, _ = keep(b"x")
    path = Path(settings.STORAGES["private"]["OPTIONS"]["location"]) / stored_as
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_changed_file_is_not_sent() -> None:
    stored_as, sha256 = keep(b"x")
    (Path(settings.STORAGES["private"]["OPTIONS"]["location"]) / stored_as).write_bytes(b"y")
    with pytest.raises(Refused, match="改动"):
        read(stored_as, sha256)


def test_a_missing_file_is_told() -> None:
    stored_as, sha256 = keep(b"x")
    drop(stored_as)
    drop(stored_as)
    with pytest.raises(Refused, match="备份"):
        read(stored_as, sha256)
