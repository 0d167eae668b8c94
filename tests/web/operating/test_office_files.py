"""An archive is the same whether the attachments lay in a folder or in an object store, and goes into either."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from gongkai.web.attachments import store
from gongkai.web.operating import backup
from gongkai.web.operating.office_files import (
    Put,
    left_in_folder,
    office_files,
    put_in_place,
    take_away,
)
from tests.web.objects import Bucket, Server
from tests.web.outside import Installation, installed

KEEP = """
import json
from gongkai.web.attachments import store
print(json.dumps([store.keep(data)[0] for data in (b"", "甲".encode(), bytes(range(256)) * 5000)]))
"""
ORGAN = """
from django.utils import timezone
from gongkai.web.organs.actions.found import found
found(timezone.now(), timezone.localdate(), code="aa-sfj", name="示例局", kind="justice", level="county")
"""


def with_keys_of(here: Installation, folder: Path, **more: str) -> Installation:
    """An empty installation that has the key file of another."""
    folder.mkdir()
    shutil.copy2(here.data / "keys.toml", folder / "keys.toml")
    return Installation(folder, more=more)


def manifest(archive: Path) -> dict[str, Any]:
    """What an archive says is in it."""
    with zipfile.ZipFile(archive) as opened:
        found: dict[str, Any] = json.loads(opened.read("manifest.json"))
    return found


def in_folder(here: Installation) -> dict[str, bytes]:
    """The attachments of an installation that keeps them in its folder."""
    home = here.data / "files"
    return {
        path.relative_to(home).as_posix(): path.read_bytes() for path in home.rglob("*") if path.is_file()
    }


def backed_up(here: Installation, target: Path) -> Path:
    """An archive of an installation."""
    done = here.gongkai("backup", "--to", str(target))
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Installation, Path]:
    """An office with an organ and three attachments in its folder, and its backup."""
    folder = tmp_path_factory.mktemp("made")
    here = installed(folder / "data")
    here.python(ORGAN)
    here.python(KEEP)
    (here.data / "notes").mkdir()
    (here.data / "notes" / "other.txt").write_bytes(b"lies beside the attachments")
    return here, backed_up(here, folder / "b.zip")


@pytest.mark.slow
def test_from_a_folder_into_an_object_store_and_back(
    made: tuple[Installation, Path], object_server: Server, tmp_path: Path
) -> None:
    here, archive = made
    box = Bucket(object_server)
    there = with_keys_of(here, tmp_path / "there", **box.environment)
    done = there.gongkai("restore", str(archive))
    assert done.returncode == 0, done.stderr
    lay = in_folder(here)
    assert len(lay) == 3
    assert box.contents() == {box.key(name): data for name, data in lay.items()}
    assert in_folder(there) == {}
    assert (there.data / "notes" / "other.txt").exists()
    again = backed_up(there, tmp_path / "there.zip")
    back = with_keys_of(here, tmp_path / "back")
    done = back.gongkai("restore", str(again))
    assert done.returncode == 0, done.stderr
    assert in_folder(back) == lay
    told = manifest(archive)["files"]
    assert manifest(again)["files"] == told
    assert {
        name.removeprefix("files/"): one["sha256"] for name, one in told.items() if name.startswith("files/")
    } == {name: hashlib.sha256(data).hexdigest() for name, data in lay.items()}


@pytest.mark.slow
def test_a_store_that_is_not_empty_is_refused_and_left_alone(
    made: tuple[Installation, Path], object_server: Server, tmp_path: Path
) -> None:
    here, archive = made
    box = Bucket(object_server)
    box.client.put_object(Bucket=box.name, Key=box.key("ab/somebody"), Body=b"x")
    there = with_keys_of(here, tmp_path / "there", **box.environment)
    done = there.gongkai("restore", str(archive))
    assert (done.returncode, "对象存储里已经有附件" in done.stderr) == (2, True), done.stderr
    assert box.contents() == {box.key("ab/somebody"): b"x"}
    assert [path.name for path in there.data.iterdir() if path.suffix != ".sqlite3"] == ["keys.toml"]


def forged(archive: Path, target: Path) -> Path:
    """The same with another sum of a table: found out when the rows are counted in the database, the last step."""
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                told = json.loads(data)
                told["tables"]["organs.organ"]["sum"] = "0" * 64
                data = json.dumps(told).encode()
            new.writestr(name, data)
    return target


@pytest.mark.slow
def test_a_restore_that_fails_takes_away_what_it_put(
    made: tuple[Installation, Path], object_server: Server, tmp_path: Path
) -> None:
    here, archive = made
    box = Bucket(object_server)
    there = with_keys_of(here, tmp_path / "there", **box.environment)
    done = there.gongkai("restore", str(forged(archive, tmp_path / "f.zip")))
    assert (done.returncode, "与备份不同" in done.stderr) == (2, True), done.stderr
    assert box.contents() == {}
    assert [path for path in there.data.rglob("*.txt") if path.is_file()] == []


@pytest.mark.slow
def test_while_the_store_is_away_there_is_neither_backup_nor_restore(
    made: tuple[Installation, Path], object_server: Server, tmp_path: Path
) -> None:
    here, archive = made
    box = Bucket(object_server)
    with object_server.away():
        serving = installed(tmp_path / "serving", **box.environment)
        done = serving.gongkai("backup", "--to", str(tmp_path / "never.zip"))
        assert (done.returncode, "没有应答" in done.stderr) == (2, True), done.stderr
        assert "Traceback" not in done.stderr
        there = with_keys_of(here, tmp_path / "there", **box.environment)
        done = there.gongkai("restore", str(archive))
    assert (done.returncode, "没有恢复任何内容" in done.stderr) == (2, True), done.stderr
    assert list(tmp_path.glob("never*")) == []
    assert in_folder(there) == {}


def put(name: str, data: bytes) -> list[Put]:
    """Put one file of an archive in place."""
    return list(put_in_place(name, io.BytesIO(data)))


def listed() -> dict[str, bytes]:
    """What a backup would hold."""
    out = {}
    for name, opens in office_files():
        with opens() as file:
            out[name] = file.read()
    return out


@pytest.fixture
def empty(settings: Any, own_keys: Path, tmp_path: Path) -> Path:
    """A data folder with nothing in it."""
    settings.DATA = tmp_path
    options = settings.STORAGES["private"]["OPTIONS"] | {"location": str(tmp_path / "files")}
    settings.STORAGES = settings.STORAGES | {"private": settings.STORAGES["private"] | {"OPTIONS": options}}
    return tmp_path


def test_in_a_folder(empty: Path) -> None:
    stored_as, _ = store.keep(b"x")
    assert listed() == {f"files/{stored_as}": b"x"}
    mine = [*put("files/ab/y", b"y"), *put("notes/z", b"z")]
    assert listed() == {f"files/{stored_as}": b"x", "files/ab/y": b"y", "notes/z": b"z"}
    assert (empty / "files" / "ab" / "y").stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        put("files/ab/y", b"other")
    assert not left_in_folder()
    assert take_away(mine) == 0
    assert listed() == {f"files/{stored_as}": b"x"}


def test_in_an_object_store(empty: Path, bucket: Bucket) -> None:
    stored_as, _ = store.keep(b"x")
    mine = [*put("files/ab/y", b"y"), *put("notes/z", b"z")]
    assert listed() == {f"files/{stored_as}": b"x", "files/ab/y": b"y", "notes/z": b"z"}
    assert [path.name for path in empty.rglob("*") if path.is_file()] == ["z"]
    assert not left_in_folder()
    assert take_away(mine) == 0
    assert listed() == {f"files/{stored_as}": b"x"}
    (empty / "files").mkdir()
    assert not left_in_folder()
    (empty / "files" / "old").write_bytes(b"of former days")
    assert left_in_folder()
    assert listed() == {f"files/{stored_as}": b"x"}


def test_what_cannot_be_taken_away_is_counted_and_the_rest_goes(empty: Path, bucket: Bucket) -> None:
    mine = [*put("files/ab/x", b"x"), *put("notes/z", b"z"), *put("files/ab/y", b"y")]
    with bucket.server.away():
        assert take_away(mine) == 2
    assert listed() == {"files/ab/x": b"x", "files/ab/y": b"y"}


def test_what_is_erased_after_the_list_was_made_is_left_out(empty: Path, bucket: Bucket) -> None:
    stored_as, _ = store.keep(b"x")
    ((_, opens),) = office_files()
    store.drop(stored_as)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        assert backup._file(archive, f"files/{stored_as}", opens) == {}
        assert archive.namelist() == []
