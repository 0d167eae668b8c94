"""``gongkai remedies``: the numbers of the interface, and the page for the file."""

from __future__ import annotations

import json
from typing import Any

import pytest

from gongkai.cli.main import main
from tests.statute.vectors import cases

NAMES = ("--government", "临溪县人民政府", "--superior", "临溪市司法局", "--court", "临溪县人民法院")
FIRST = ("--outcome", "withheld.deliberative", "--delivered", "2026-03-10")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["remedies", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


CASES = [one for one in cases("remedies") if "settings" not in one.values[0]]
"""The command takes no settings; those vectors are held against the core in tests/statute."""


@pytest.mark.parametrize("case", CASES)
def test_json(case: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--outcome", case["outcome"], "--delivered", str(case["delivered"]), "--json"]
    arguments += ["--third-party"] if case.get("third_party") else []
    for ground in case.get("grounds", ()):
        arguments += ["--ground", ground]
    status, out, _ = said(capsys, *arguments)
    assert status == 0
    found = json.loads(out)
    assert found["way"] == case["way"]
    assert found["reconsideration_first"] == (case["way"] in ("reconsideration_first", "split"))
    for key in ("reconsideration", "suit"):
        assert (found[key] and found[key]["last_day"]) == (str(case[key]) if key in case else None)
    assert (found["suit_after_reconsideration"] is None) == (case["way"] == "none")
    assert found["recommended"] == case.get("recommended")
    assert bool(found["articles"]) == (case["way"] != "none")


def test_t55_both_bodies_of_a_justice_bureau_and_no_direct_suit(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, *FIRST, "--organ-kind", "justice", *NAMES, "--json")
    found = json.loads(out)
    assert [body["name"] for body in found["bodies"]] == ["临溪县人民政府", "临溪市司法局"]
    assert found["suit"] is None
    assert "或者自收到" not in found["paragraph"]
    assert "先向临溪县人民政府或者临溪市司法局申请行政复议" in found["paragraph"]
    assert found["bodies_article"] == "《行政复议法》第二十八条"
    assert (found["court"], found["by_hand"], found["provisional"]) == ("临溪县人民法院", False, False)


def test_an_act_before_the_law_gives_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(capsys, "--outcome", "disclosed.supplied", "--delivered", "2023-12-31")
    assert (status, out) == (1, "")
    assert "2024年1月1日" in err


def test_a_region_may_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(said(capsys, *FIRST, "--region", "640000", "--json")[1])
    assert found["reconsideration"]["last_day"] == "2026-05-09"


def test_a_year_without_notice_is_provisional(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--outcome", "disclosed.supplied", "--delivered", "2026-11-20")
    assert json.loads(said(capsys, *arguments, "--json")[1])["provisional"] is True
    assert "放假安排尚未公布" in said(capsys, *arguments)[1]
    assert "放假安排尚未公布" not in said(capsys, *FIRST)[1]


def test_the_page_for_the_file(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = said(capsys, *FIRST, "--organ-kind", "justice", *NAMES, "--electronic")
    lines = out.splitlines()
    assert lines[:4] == [
        "救济途径告知",
        "处理结果：过程性信息，不予公开（withheld.deliberative）",
        "收到答复：2026年3月10日（星期二）",
        "途径：复议前置：应当先申请行政复议，不能直接起诉",
    ]
    flat = out.replace("\n", "")
    assert "行政复议机关：临溪县人民政府或者临溪市司法局（《行政复议法》第二十八条）" in flat
    assert "申请行政复议的最后一日：2026年5月9日（星期六，劳动节调休上班）" in flat
    assert "直接起诉的最后一日" not in flat
    assert "〔请填写行政复议机关指定的互联网渠道〕" in flat
    assert flat.endswith("第一条、第二条。")


def test_a_rolled_day_says_from_where(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--outcome", "withheld.state_secret", "--delivered", "2026-03-03")[1].replace("\n", "")
    assert "申请行政复议的最后一日：2026年5月6日" in out
    assert "至2026年5月2日（星期六，劳动节放假），顺延到其后的第一个工作日" in out
    assert "没有写明机关类别" in out


def test_the_corps_enters_its_body_by_hand(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, *FIRST, "--organ-kind", "corps")[1]
    assert "〔请填写行政复议机关〕" in out
    assert "由本机关确认后填写" in out
    out = said(capsys, *FIRST, "--organ-kind", "corps", "--body", "临溪垦区管理委员会")[1]
    assert "先向临溪垦区管理委员会申请行政复议" in out.replace("\n", "")


def test_overdue_a_third_party_and_a_withdrawal(capsys: pytest.CaptureFixture[str]) -> None:
    out = said(capsys, "--outcome", "overdue", "--delivered", "2026-03-10")[1]
    assert "逾期未答复（overdue）" in out
    assert "建议先申请行政复议。" in out
    out = said(capsys, "--outcome", "disclosed", "--delivered", "2026-03-10", "--third-party")[1]
    assert "收到通知：2026年3月10日" in out
    out = said(capsys, "--outcome", "otherwise.other.withdrawn", "--delivered", "2026-03-10")[1]
    assert out.endswith("途径：不涉及救济告知\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--outcome", "nonsense", "--delivered", "2026-03-10"), "没有“nonsense”这种处理决定"),
        ((*FIRST, "--organ-kind", "village"), "没有“village”这种机关"),
        ((*FIRST, "--ground", "withheld.deliberative"), "--ground 只用于"),
        (("--outcome", "partly_disclosed", "--delivered", "2026-03-10", "--ground", "x"), "没有“x”这种依据"),
        (("--outcome", "overdue", "--delivered", "3月10日"), "--delivered 应写成"),
        (("--outcome", "overdue", "--delivered", "20260310"), "--delivered 应写成"),
        (("--delivered", "2026-03-10"), "--outcome"),
    ],
)
def test_a_wrong_command_line(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = said(capsys, *arguments)
    assert (status, out) == (2, "")
    assert words in err


def test_what_the_law_does_not_allow(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = said(
        capsys, "--outcome", "withheld.third_party", "--delivered", "2026-03-10", "--third-party"
    )
    assert (status, out) == (1, "")
    assert "没有公开任何内容" in err
    status, _, err = said(capsys, "--outcome", "otherwise.other", "--delivered", "2026-03-10")
    assert status == 1
    assert "分为几种决定" in err
