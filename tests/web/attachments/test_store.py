"""The store: random names, private folders, nothing sent that is not what was stored; in a folder and in an object store."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from gongkai.values.errors import Refused
from gongkai.web.attachments.store import (
    OWN,
    Unreachable,
    drop,
    in_data_folder,
    keep,
    names,
    opened,
    put,
    read,
    store,
    stored_before,
)


@pytest.fixture
def folder(own_keys: Path) -> Path:
    """The folder of this run."""
    return Path(settings.STORAGES["private"]["OPTIONS"]["location"])


@pytest.fixture(params=["folder", "bucket"])
def place(request: pytest.FixtureRequest) -> str:
    """One store after the other."""
    request.getfixturevalue(request.param)
    return str(request.param)


def test_what_is_kept_comes_back(place: str) -> None:
    stored_as, sha256 = keep("甲".encode())
    assert read(stored_as, sha256) == "甲".encode()
    assert stored_as in set(names())
    assert OWN.fullmatch(stored_as)
    assert keep("甲".encode())[0] != stored_as
    assert in_data_folder() == (place == "folder")
    with opened(stored_as) as file:
        assert file.read() == "甲".encode()


def test_nothing_and_much(place: str) -> None:
    for data in (b"", bytes(range(256)) * 50_000):
        assert read(*keep(data)) == data


def test_only_the_owner_reads_the_folder(folder: Path) -> None:
    stored_as, _ = keep(b"x")
    path = folder / stored_as
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0


def test_a_changed_file_is_not_sent(place: str) -> None:
    stored_as, sha256 = keep(b"x")
    drop(stored_as)
    assert put(stored_as, b"y") == stored_as
    with pytest.raises(Refused, match="改动") as told:
        read(stored_as, sha256)
    assert told.value.code == "file_changed"


def test_a_missing_file_is_told(place: str) -> None:
    stored_as, sha256 = keep(b"x")
    assert drop(stored_as)
    assert drop(stored_as)
    assert stored_as not in set(names())
    with pytest.raises(Refused, match="备份") as told:
        read(stored_as, sha256)
    assert (told.value.code, type(told.value)) == ("file_missing", Refused)
    with pytest.raises(FileNotFoundError):
        opened(stored_as)


def test_how_old_it_is(place: str) -> None:
    stored_as, _ = keep(b"x")
    day = dt.timedelta(days=1)
    assert stored_before(stored_as, timezone.now() + day)
    assert not stored_before(stored_as, timezone.now() - day)
    assert timezone.is_aware(store().get_modified_time(stored_as))
    drop(stored_as)
    assert not stored_before(stored_as, timezone.now() + day)


def test_a_folder_that_cannot_be_used_is_no_missing_file(folder: Path) -> None:
    """What stands where a folder should, for reading and for writing."""
    (folder / "zz").parent.mkdir(exist_ok=True)
    (folder / "zz").write_bytes(b"")
    with pytest.raises(Unreachable, match="没有应答") as told:
        put("zz/x", b"x")
    assert told.value.code == "file_unreachable"
    with pytest.raises(Unreachable, match="没有读出来"):
        read("zz/x", "")
    assert not drop("zz/x")
    (folder / "zz").unlink()
