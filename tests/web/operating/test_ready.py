"""The first start makes what is missing; what cannot be used is told, with what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.objects import Bucket, Server
from tests.web.outside import Installation, installed

PREPARE = """
import json
from django.utils import timezone
from gongkai.web.operating.ready import NotReady, check_ready, prepare
from gongkai.web.sealing.keys import KeyFileError
try:
    MORE
    print(json.dumps(prepare(timezone.now()), ensure_ascii=False))
except (NotReady, KeyFileError) as error:
    print(json.dumps("refused: " + str(error), ensure_ascii=False))
"""
FOUND = """
from django.utils import timezone
from gongkai.web.organs.actions.found import found
found(timezone.now(), timezone.localdate(), code="aa-sfj", name="示例局", kind="justice", level="county")
"""


def prepared(here: Installation, more: str = "pass") -> list[str] | str:
    """What the start says."""
    said: list[str] | str = here.python(PREPARE.replace("MORE", more))
    return said


def test_the_first_start_makes_database_and_keys_and_the_second_nothing(tmp_path: Path) -> None:
    here = Installation(tmp_path / "data")
    said = prepared(here)
    assert [words[:6] for words in said] == ["已建立数据库", "已生成密钥文"]
    assert (tmp_path / "data" / "keys.toml").stat().st_mode & 0o077 == 0
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    assert prepared(here) == []


def test_keys_that_are_gone_are_not_made_anew(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    here.python(FOUND)
    (here.data / "keys.toml").unlink()
    assert "密钥文件" in prepared(here)
    assert str(prepared(here)).startswith("refused")
    assert not (here.data / "keys.toml").exists()


def test_an_older_database_is_copied_and_then_brought_up_to_date(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    here.python(
        "from django.core.management import call_command; call_command('migrate', 'notices', 'zero', verbosity=0)"
    )
    said = prepared(here)
    assert "副本" in said[0]
    assert "已更新数据库结构" in said[1]
    (copy,) = here.data.glob("before-*.sqlite3")
    assert copy.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("made", [False, True])
def test_a_command_asks_for_a_database_that_is_there(tmp_path: Path, made: bool) -> None:
    here = installed(tmp_path / "data") if made else Installation(tmp_path / "data")
    (tmp_path / "data").mkdir(exist_ok=True)
    said = here.python(PREPARE.replace("MORE", "check_ready(); raise NotReady('there')"))
    assert ("there" in said) == made


def test_a_database_that_forgets_is_refused(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    forget = "from django.db import connection; connection.cursor().execute('PRAGMA synchronous=NORMAL')"
    assert "断电" in prepared(here, forget)
    assert prepared(here, "from django.db import connection; connection.cursor()") == [], "the control"


@pytest.mark.parametrize(("months", "ready"), [("5", False), ("6", True), ("12", True)])
def test_audit_records_are_kept_no_shorter_than_the_law_says(
    tmp_path: Path, months: str, ready: bool
) -> None:
    here = Installation(tmp_path / "data", more={"GONGKAI_AUDIT_MONTHS": months})
    code = "import json\nfrom django.utils import timezone\nfrom gongkai.web.operating.ready import NotReady, check_retention\n"
    code += "try:\n    check_retention(timezone.localdate())\nexcept NotReady as error:\n    print(json.dumps(str(error)))\n"
    said = here.python(code)
    assert (said is None) == ready
    assert ready or ("短于" in said and "请改为6以上" in said)


def test_attachments_lie_in_one_place(tmp_path: Path, object_server: Server) -> None:
    here = installed(tmp_path / "data", **Bucket(object_server).environment)
    assert prepared(here) == []
    (here.data / "files" / "ab").mkdir(parents=True)
    assert prepared(here) == [], "an empty folder is no attachment"
    (here.data / "files" / "ab" / "x").write_bytes(b"x")
    assert "还有附件" in prepared(here)
    assert "还有附件" in prepared(here, "check_ready()")


def test_a_store_that_is_away_is_told_and_the_rest_starts(tmp_path: Path, object_server: Server) -> None:
    here = installed(tmp_path / "data", **Bucket(object_server).environment)
    with object_server.away():
        (said,) = prepared(here)
    assert "对象存储没有应答" in said
