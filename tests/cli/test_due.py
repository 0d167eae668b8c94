"""``gongkai due``: the exchange form, the page, a region, a notice from a file, refusals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from gongkai.cli.main import main

NOTICE = 'year = 2027\ntitle = "示例"\n[[festival]]\nname = "元旦"\noff = [2027-01-01, 2027-01-04]\n'


def as_json(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    assert main(["due", *options, "--json"]) == 0
    value: dict[str, Any] = json.loads(capsys.readouterr().out)
    return value


def test_the_exchange_form(capsys: pytest.CaptureFixture[str]) -> None:
    found = as_json(capsys, "--received", "2026-11-21")
    assert {"strict", "lenient", "provisional", "steps"} <= set(found)
    assert (found["strict"], found["lenient"], found["provisional"]) == ("2026-12-18", "2026-12-21", False)
    assert set(found["steps"][0]) == {"on", "counts", "why"}
    assert found["steps"][-1]["on"] == "2026-12-18"
    assert sum(step["counts"] for step in found["steps"]) == 20


def test_days_and_region(capsys: pytest.CaptureFixture[str]) -> None:
    assert as_json(capsys, "--received", "2026-04-30", "--days", "7")["strict"] == "2026-05-13"
    assert as_json(capsys, "--received", "2021-05-06")["strict"] == "2021-06-02"
    assert as_json(capsys, "--received", "2021-05-06", "--region", "640000")["strict"] == "2021-06-04"
    assert as_json(capsys, "--received", "2022-05-05", "--region", "640000")["notes"]


def test_a_notice_from_a_file_moves_a_provisional_date(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "2027.toml"
    path.write_text(NOTICE, encoding="utf-8")
    before = as_json(capsys, "--received", "2026-12-04")
    after = as_json(capsys, "--received", "2026-12-04", "--notice", str(path))
    assert (before["strict"], before["provisional"]) == ("2027-01-04", True)
    assert (after["strict"], after["provisional"]) == ("2027-01-05", False)
    assert (before["moved"], after["moved"]) == ([], [{"before": "2027-01-04", "after": "2027-01-05"}])
    assert main(["due", "--received", "2026-12-04", "--notice", str(path)]) == 0
    assert (
        "载入通知后变动：最后一日由2027年1月4日（星期一）变为2027年1月5日（星期二）"
        in capsys.readouterr().out
    )
    assert as_json(capsys, "--received", "2026-12-03", "--notice", str(path))["moved"] == []


def test_the_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["due", "--received", "2026-11-21", "--region", "640000"]) == 0
    page = capsys.readouterr().out
    for words in ("答复期限计算单", "收到申请之日：2026年11月21日（星期六）", "最后一日：2026年12月18日（星期五）",
                  "宽限日期：2026年12月21日（星期一）", "宁夏回族自治区", "第三十三条第二款", "第20个工作日"):  # fmt: skip
        assert words in page
    assert main(["due", "--received", "2026-12-04"]) == 0
    page = capsys.readouterr().out
    assert "暂定" in page
    assert "宽限日期" not in page
    assert main(["due", "--received", "2026-03-02", "--days", "7"]) == 0
    page = capsys.readouterr().out
    assert "依据：天数由使用者指定，不是法定的答复期限" in page
    assert "第三十三条" not in page


@pytest.mark.parametrize(("options", "status", "says"), [
    (["--received", "2006-12-31"], 1, "2008年5月1日"), (["--received", "2051-01-01"], 1, "2050年"),
    (["--received", "2026-03-02", "--region", "64"], 1, "行政区划代码"),
    (["--received", "2026-02-30"], 2, "--received"), ([], 2, "--received"),
    (["--received", "2026-03-02", "--days", "0"], 2, "--days"),
    (["--received", "2026-03-02", "--notice", "none.toml"], 2, "打不开文件"),
])  # fmt: skip
def test_refusals_are_one_line(
    capsys: pytest.CaptureFixture[str], options: list[str], status: int, says: str
) -> None:
    assert main(["due", *options]) == status
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.count("\n") == 1
    assert says in out.err
