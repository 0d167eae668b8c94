"""``gongkai clock``: the exchange form, the page, an entry that the law refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gongkai.cli.main import main

CASE = """
[settings]
"ext.reset" = false
[[entry]]
kind = "received"
on = 2026-04-30
channel = "in_person"
[[entry]]
kind = "correction_notice"
on = 2026-05-14
notice_received_on = 2026-05-15
[[entry]]
kind = "corrected"
on = 2026-05-20
[[entry]]
kind = "consultation_sent"
on = 2026-05-21
id = "甲"
to = "third_party"
[[entry]]
kind = "consultation_received"
on = 2026-05-22
id = "甲"
[[entry]]
kind = "consultation_returned"
on = 2026-05-29
id = "甲"
[[entry]]
kind = "decided"
on = 2026-06-20
decision = "withheld.third_party"
[[entry]]
kind = "dispatched"
on = 2026-07-20
"""


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "办件.toml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


def test_the_exchange_form(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", case, "--on", "2026-05-25", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert {"strict", "lenient", "provisional", "steps", "stage", "outcome", "deadlines", "breaches",
            "timely"} <= set(found)  # fmt: skip
    assert found["stage"] == "consulting"
    assert found["outcome"] is None
    assert found["breaches"] == ["correction_notice_late"]
    assert found["without_restart"] == "2026-06-01"
    assert found["timely"] is None
    assert [one["id"] for one in found["deadlines"]] == ["reply", "opinion:甲"]
    assert found["deadlines"][0]["on"] == found["strict"]
    assert "第三十二条" in found["deadlines"][1]["article"]


def test_while_a_correction_is_awaited_there_is_no_date(
    case: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["clock", case, "--on", "2026-05-15", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["strict"], found["lenient"]) == (None, None)
    assert [(one["id"], one["on"]) for one in found["deadlines"]] == [("correction", "2026-05-29")]


def test_the_page_while_it_runs_and_at_the_end(case: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", case, "--on", "2026-05-25"]) == 0
    page = capsys.readouterr().out
    for words in ("办理期限计算单", "算到：2026年5月25日（星期一）", "阶段：正在征求意见", "还在等待：",
                  "被征求方答复（甲）", "不符合规定：", "保守日期为：2026年6月1日（星期一）", "征求第三方意见期间"):  # fmt: skip
        assert words in page
    assert main(["clock", case, "--on", "2026-07-21"]) == 0
    page = capsys.readouterr().out
    for words in ("办理结果：", "是否按时：逾期", "逾期答复"):
        assert words in page


ENTRY = '[[entry]]\nkind = "{}"\non = {}\n'


@pytest.mark.parametrize(("entries", "on", "says"), [
    ([("received", "2026-03-02"), ("withdrawn", "2026-03-10")], "2026-03-10",
     ("答复期限最后一日：已办结，不再计算", "是否按时：不适用", "办理结果：（六）其他处理：3.其他")),
    ([("received", "2026-03-02"), ("correction_notice", "2026-03-05")], "2026-03-10",
     ("答复期限最后一日：期限停止计算", "是否按时：不适用")),
    ([("submitted", '2026-02-28\nchannel = "email"')], "2026-03-02",
     ("宽限日期：自与申请人确认之日起算，尚未确定", "是否按时：尚未答复，未逾期",
      "补正告知（需要补正的）：2026年3月10日")),
    ([("submitted", '2026-02-28\nchannel = "email"')], "2026-03-30", ("已过严格日期，请尽快答复",)),
    ([("received", "2026-03-01")], "2026-03-28", ("已过严格日期，请尽快答复",)),
    ([("received", "2026-03-01")], "2026-03-31", ("是否按时：逾期",)),
])  # fmt: skip
def test_the_page_says_how_it_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], entries: list[tuple[str, str]], on: str,
    says: tuple[str, ...],
) -> None:  # fmt: skip
    path = tmp_path / "a.toml"
    path.write_text("".join(ENTRY.format(*one) for one in entries), encoding="utf-8")
    assert main(["clock", str(path), "--on", on]) == 0
    page = capsys.readouterr().out
    assert [words for words in says if words not in page] == []


def test_a_notice_from_a_file_tells_what_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, notice = tmp_path / "a.toml", tmp_path / "2027.toml"
    path.write_text(ENTRY.format("received", "2026-12-04"), encoding="utf-8")
    notice.write_text(
        'year = 2027\ntitle = "示例"\n[[festival]]\nname = "元旦"\noff = [2027-01-01, 2027-01-04]\n',
        encoding="utf-8",
    )
    command = ["clock", str(path), "--on", "2026-12-04", "--notice", str(notice)]
    assert main([*command, "--json"]) == 0
    moved = json.loads(capsys.readouterr().out)["moved"]
    assert moved == [{"id": "reply", "before": "2027-01-04", "after": "2027-01-05"}]
    assert main(command) == 0
    assert "载入通知后变动：答复由2027年1月4日（星期一）变为2027年1月5日（星期二）" in capsys.readouterr().out
    assert main([*command[:-2], "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["moved"] == []


def test_what_the_law_refuses_is_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.toml"
    path.write_text(CASE.replace('kind = "corrected"', 'kind = "fee_paid"'), encoding="utf-8")
    assert main(["clock", str(path), "--on", "2026-06-01"]) == 1
    out = capsys.readouterr()
    assert out.out == ""
    assert out.err.count("\n") == 1
    assert "第3条记录（2026年5月20日，缴费完成）不能成立" in out.err
    assert main(["clock", str(path), "--on", "2026-05-19"]) == 0
