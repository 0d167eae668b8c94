"""``gongkai fee``: the numbers of the interface, and the page for the file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gongkai.cli.main import main
from tests.statute.vectors import cases

OPTION = {"nth": "--nth", "month_total": "--month-total", "pages": "--pages"}
ON = ("--on", "2026-03-31")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["fee", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize("case", cases("fees"))
def test_json(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, OPTION[case["how"]], str(case["count"]), *ON, "--json")
    assert status == 0
    found = json.loads(out)
    assert found["amount"] == case["amount"] == sum(step["amount"] for step in found["steps"])
    if "steps" in case:
        assert [[step["from"], step["to"], step["rate"]] for step in found["steps"]] == case["steps"]
    assert "109号" in found["article"]


def test_the_example_of_the_interface(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "--month-total", "31", "--json")
    found = json.loads(out)
    assert (found["amount"], found["steps"]) == (
        2200,
        [
            {"from": 11, "to": 30, "rate": 100, "amount": 2000},
            {"from": 31, "to": 31, "rate": 200, "amount": 200},
        ],
    )


def test_the_page_for_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, "--month-total", "31", *ON)
    assert out.splitlines() == [
        "信息处理费计算单",
        "计收方式：按件计收，当月共 31 件",
        "",
        "  免收                10 件               0 元",
        "  第 11 件至第 30 件  20 件 × 100 元  2,000 元",
        "  第 31 件            1 件 × 200 元     200 元",
        "  合计                                2,200 元",
        "",
        "依据：《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条。",
        "同一件申请只能在按件、按量中选用一种；是否收取由本机关决定（《条例》第四十二条）。",
    ]


def test_one_application_and_pages_say_what_was_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert "按件计收，只计当月第 31 件" in said(capsys, "--nth", "31", *ON)[1]
    out = said(capsys, "--pages", "31", *ON)[1]
    assert "按量计收，一件申请共 31 页" in out
    assert "1 页 × 10 元" in out
    assert "第 31 页至" not in out
    assert "免收" not in said(capsys, "--nth", "31", *ON)[1]


def test_what_the_tariff_does_not_allow_gives_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, "--pages", "40", "--already-public", *ON)
    assert (status, out) == (1, "")
    assert "已经主动公开" in err
    assert "第五条" in err
    assert said(capsys, "--nth", "12", "--already-public", *ON)[0] == 0
    status, out, err = said(capsys, "--nth", "12", "--on", "2020-12-31")
    assert (status, out) == (1, "")
    assert "2021年1月1日" in err


@pytest.mark.parametrize(
    "arguments",
    [(), ("--nth", "1", "--pages", "3"), ("--nth", "0"), ("--pages", "-1"), ("--nth", "1", "--on", "明天")],
)
def test_a_wrong_command_line(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith("gongkai：")
