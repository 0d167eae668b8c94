"""A person's decisions: they survive a second run, and fall away as soon as a value changes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from gongkai.report.checks.dispositions import Disposition, State, apply, load, loads
from gongkai.report.checks.registry import run
from gongkai.report.checks.short_form import case_of
from gongkai.report.document import AnnualReport
from gongkai.values.errors import Refused
from gongkai.values.findings import Finding

DAY = date(2025, 3, 1)


def report(total: int = 0) -> AnnualReport:
    rows = {"brought_forward": [2, 0, 0, 0, 0, 0, total]}
    return run(case_of({"fill": 0, "tables": {"applications": rows}}).report)


def row_fault(given: AnnualReport) -> Finding:
    return next(f for f in given.findings if f.code == "R304")


def decided(finding: Finding, on: date = DAY, state: State = State.CONFIRMED) -> Disposition:
    return Disposition(finding.key, state, "总计漏填", "核对员甲", on)


def test_a_decision_survives_the_next_run() -> None:
    disposition = decided(row_fault(report()))
    applied = apply(report().findings, [disposition])
    assert [d for f, d in applied.pairs if f.code == "R304"] == [disposition]
    assert applied.stale == ()
    assert sum(d is not None for _, d in applied.pairs) == 1


def test_a_changed_value_makes_it_stale() -> None:
    disposition = decided(row_fault(report()))
    applied = apply(report(total=1).findings, [disposition])
    assert all(d is None for _, d in applied.pairs)
    assert applied.stale == (disposition,)


def test_the_later_decision_holds() -> None:
    finding = row_fault(report())
    early, late = decided(finding), decided(finding, date(2025, 4, 1), State.CORRECTED)
    for order in ([early, late], [late, early]):
        applied = apply([finding], order)
        assert applied.pairs == ((finding, late),)
        assert applied.stale == ()


def test_the_exchange_form_gains_one_key() -> None:
    finding = row_fault(report())
    (plain,) = apply([finding], []).as_json()
    assert plain == finding.as_json()
    (decided_upon,) = apply([finding], [decided(finding)]).as_json()
    assert decided_upon == plain | {
        "disposition": {"state": "confirmed", "reason": "总计漏填", "by": "核对员甲", "on": "2025-03-01"}
    }
    json.dumps(decided_upon)


def test_both_formats_are_read(tmp_path: Path) -> None:
    finding = row_fault(report())
    wanted = (decided(finding),)
    entry = {"key": list(finding.key), **wanted[0].as_json()}
    bare, named, toml = (tmp_path / n for n in ("a.json", "b.JSON", "c.toml"))
    bare.write_text(json.dumps([entry]), encoding="utf-8")
    named.write_text(json.dumps({"dispositions": [entry]}), encoding="utf-8")
    lines = [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in entry.items() if k != "on"]
    toml.write_text("\n".join(["[[disposition]]", *lines, "on = 2025-03-01"]), encoding="utf-8")
    assert load(bare) == load(named) == load(toml) == wanted


KEY = '["R304", "applications", "disclosed", "total", "", "0", "2"]'
REST = '"reason": "甲", "by": "乙", "on": "2025-03-01"'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "格式有误"),
        ("{}", "没有找到处置记录"),
        ('["x"]', "第 1 条不是一条记录"),
        (f'[{{"key": {KEY}}}]', "第 1 条缺少 state、reason、by、on"),
        (f'[{{"key": ["R304"], "state": "confirmed", {REST}}}]', "key 应为 7 段文字"),
        (f'[{{"key": {KEY}, "state": "fine", {REST}}}]', "dismissed（不是问题）"),
        (f'[{{"key": {KEY}, "state": "confirmed", "reason": "甲", "by": "乙", "on": "三月"}}]', "不是日期"),
    ],
)
def test_errors_say_what_and_where(text: str, said: str) -> None:
    with pytest.raises(Refused, match=r"“d\.json”") as caught:
        loads(text, Path("d.json"))
    assert said in caught.value.message
    assert caught.value.code == "dispositions"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="打不开"):
        load(tmp_path / "none.toml")


def test_every_state_has_its_word() -> None:
    assert [state.label for state in State] == ["属实", "不是问题", "已更正"]
