"""``gongkai keys rotate``: first a new key, then the old ones go, not too early."""

from __future__ import annotations

from pathlib import Path

from tests.web.operating.demonstration import demonstration, state


def test_rotate_and_finish(tmp_path: Path) -> None:
    here = demonstration(tmp_path / "data")
    mails = state(here)[3]
    assert here.gongkai("keys", "rotate", "--finish").returncode == 2
    done = here.gongkai("keys", "rotate")
    assert (done.returncode, "已换上新密钥" in done.stdout) == (0, True)
    early = here.gongkai("keys", "rotate", "--finish", "--wait", "3600")
    assert (early.returncode, "不到3600秒" in early.stderr) == (2, True)
    done = here.gongkai("keys", "rotate", "--finish", "--wait", "0")
    assert (done.returncode, "已删除旧密钥：k1" in done.stdout) == (0, True)
    assert state(here)[3] == mails
    assert "[key.k1]" not in (here.data / "keys.toml").read_text(encoding="utf-8")
