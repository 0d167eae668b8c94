"""Commands of the office say what is missing instead of failing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.web.outside import Installation, installed

COMMANDS = [
    ("backup", "--to", "x.zip"), ("audit", "verify"), ("audit", "anchor"), ("audit", "export", "--organ", "a", "-o", "x"),
    ("ledger", "rebuild"), ("keys", "rotate"), ("holidays", "import", "x.toml"),
    ("found", "--code", "aa", "--name", "局", "--system", "a", "甲", "--security", "b", "乙"),
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: " ".join(one[:2]))
def test_without_a_database_it_says_what_to_do(tmp_path: Path, command: tuple[str, ...]) -> None:
    done = Installation(tmp_path / "nowhere").gongkai(*command)
    assert (done.returncode, "Traceback" in done.stderr) == (2, False)
    assert "数据库" in done.stderr
    assert not (tmp_path / "nowhere").exists()


def test_keys_that_others_can_read_are_refused(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    (here.data / "keys.toml").chmod(0o644)
    done = here.gongkai("ledger", "rebuild")
    assert (done.returncode, "chmod 600" in done.stderr) == (2, True)


def test_half_a_setting_of_the_object_store_is_told(tmp_path: Path) -> None:
    here = installed(
        tmp_path / "data", GONGKAI_FILES="s3://office/files", GONGKAI_FILES_SECRET="not-to-be-told"
    )
    done = here.gongkai("ledger", "rebuild")
    assert (done.returncode, "Traceback" in done.stderr, "not-to-be-told" in done.stderr) == (2, False, False)
    assert "还缺少GONGKAI_FILES_ENDPOINT、GONGKAI_FILES_KEY" in done.stderr
