"""``gongkai backup`` and ``restore``: the commands; what they do is tested in tests/web/operating."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gongkai.cli.backup import _minute
from gongkai.cli.main import main
from tests.web.operating.demonstration import demonstration


def test_it_says_what_is_in_it(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    done = here.gongkai("backup", "--to", str(tmp_path / "b.zip"))
    assert done.returncode == 0, done.stderr
    assert "附件1个" in done.stdout
    assert "审计总校验值" in done.stdout


@pytest.mark.parametrize(
    ("name", "words"), [("none.zip", "找不到备份文件"), ("text.zip", "不是备份文件或者已经损坏")]
)
def test_a_file_that_cannot_be_restored_is_told_in_chinese(
    settings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, words: str
) -> None:
    settings.DATA = tmp_path / "data"
    (tmp_path / "text.zip").write_text("甲", encoding="utf-8")
    assert main(["restore", str(tmp_path / name)]) == 2
    said = capsys.readouterr().err
    assert words in said
    assert "Error" not in said


def test_when_a_backup_was_made_is_told_by_the_clock_on_the_wall() -> None:
    assert _minute("2026-03-02T18:05:59.1+00:00") == "2026年3月3日02:05"
