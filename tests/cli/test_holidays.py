"""``gongkai holidays import`` takes a notice and tells what moved."""

from __future__ import annotations

from pathlib import Path

from tests.web.operating.demonstration import demonstration
from tests.web.workdays.texts import NOTICE_2027


def test_import_and_what_moved(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    file = tmp_path / "2027.toml"
    file.write_text(NOTICE_2027, encoding="utf-8")
    done = here.gongkai("holidays", "import", str(file))
    assert done.returncode == 0, done.stderr
    assert "已载入：关于2027年部分节假日安排的通知（测试）" in done.stdout
    assert "个期限变动" in done.stdout
    again = here.gongkai("holidays", "import", str(file))
    assert (again.returncode, "已经载入过" in again.stderr) == (1, True)


def test_what_cannot_be_used_is_told(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    (tmp_path / "bad.toml").write_text("year = 2027", encoding="utf-8")
    (tmp_path / "gbk.toml").write_bytes("年份".encode("gbk"))
    for name, status in (("bad.toml", 1), ("gbk.toml", 2), ("none.toml", 2)):
        done = here.gongkai("holidays", "import", str(tmp_path / name))
        assert (done.returncode, "Traceback" in done.stderr) == (status, False)
