"""``gongkai ledger rebuild`` says how many projections there are, and that nothing differs."""

from __future__ import annotations

from pathlib import Path

from tests.web.outside import installed


def test_nothing_differs_where_nothing_is(tmp_path: Path) -> None:
    done = installed(tmp_path / "data").gongkai("ledger", "rebuild")
    assert (done.returncode, "与台账全部相同" in done.stdout) == (0, True)
