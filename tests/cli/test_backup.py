"""``gongkai backup`` and ``restore``: the commands; what they do is tested in tests/web/operating."""

from __future__ import annotations

from pathlib import Path

from tests.web.operating.demonstration import demonstration
from tests.web.outside import Installation


def test_it_says_what_is_in_it(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    done = here.gongkai("backup", "--to", str(tmp_path / "b.zip"))
    assert done.returncode == 0, done.stderr
    assert "附件1个" in done.stdout
    assert "审计总校验值" in done.stdout


def test_what_is_no_backup_is_told(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_text("no")
    for name in ("b.zip", "none.zip"):
        done = Installation(tmp_path / "data").gongkai("restore", str(tmp_path / name))
        assert (done.returncode, "打不开" in done.stderr, "Traceback" in done.stderr) == (2, True, False)
