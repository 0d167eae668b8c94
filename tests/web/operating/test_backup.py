"""What is in a backup, and what is not; and that the site may write meanwhile."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.web.operating.demonstration import demonstration, state
from tests.web.outside import PATIENCE

pytestmark = pytest.mark.slow  # whole processes

WRITING = """
from pathlib import Path
from django.utils import timezone
from gongkai.web.audit.recording import record_alone
from gongkai.web.rights.actor import system
while not Path(STOP).exists():
    record_alone(system("linxi-sfj"), "test.act", "x", timezone.now())
"""


def test_what_is_in_it(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    done = here.gongkai("backup", "--to", str(tmp_path / "b.zip"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read("manifest.json"))
        everything = b"".join(archive.read(name) for name in names)
    assert [name for name in names if name.startswith("files/")] == ["files/attachments/ab/示例.pdf"]
    assert "keys.toml" not in names
    assert "tables/sessions.session.jsonl" not in names
    assert manifest["tables"]["organs.organ"]["rows"] == 5
    assert b"@linxi.example" not in everything.replace(b"gongkai@linxi.example", b""), "addresses stay sealed"
    ring = (here.data / "keys.toml").read_text(encoding="utf-8")
    values = [line.split('"')[1] for line in ring.splitlines() if line.startswith(("value", "secret"))]
    assert not [value for value in values if value.encode() in everything]


def test_keys_only_when_asked_and_with_a_warning(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    done = here.gongkai("backup", "--to", str(tmp_path / "b.zip"), "--with-keys")
    assert "注意" in done.stderr
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        assert archive.read("keys.toml") == (here.data / "keys.toml").read_bytes()


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    (tmp_path / "b.zip").write_text("mine")
    done = here.gongkai("backup", "--to", str(tmp_path / "b.zip"))
    assert (done.returncode, "已经存在" in done.stderr) == (2, True)
    assert (tmp_path / "b.zip").read_text() == "mine"
    assert here.gongkai("backup", "--to", str(tmp_path / "nowhere" / "b.zip")).returncode == 2


def test_it_is_of_one_moment_while_others_write(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    stop = tmp_path / "stop"
    with here.start(WRITING.replace("STOP", repr(str(stop)))) as writer:
        try:
            done = here.gongkai("backup", "--to", str(tmp_path / "b.zip"))
            assert done.returncode == 0, done.stderr
            assert writer.poll() is None, "the backup held up somebody who writes"
        finally:
            stop.touch()
        assert writer.wait(PATIENCE) == 0
    there = demonstration(tmp_path / "there")
    for name in ("gongkai.sqlite3", "gongkai.sqlite3-wal", "gongkai.sqlite3-shm"):
        (there.data / name).unlink(missing_ok=True)
    for folder in ("attachments", "outgoing"):
        subprocess.run(["rm", "-r", str(there.data / folder)], check=True)
    done = there.gongkai("restore", str(tmp_path / "b.zip"))
    assert done.returncode == 0, done.stderr
    _, heads, breaks, _ = state(there)
    assert breaks == 0
    assert heads["linxi-sfj"][0] <= state(here)[1]["linxi-sfj"][0]
