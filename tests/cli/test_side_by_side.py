"""The page of a comparison."""

from __future__ import annotations

from gongkai.cli.examine import Style
from gongkai.cli.side_by_side import KINDS, page
from gongkai.report.checks.short_form import report_of
from gongkai.report.compare import compare
from gongkai.report.document import AnnualReport

LINES = ("老先生把旧契据一张张抄了下来。", "渔港的公告栏挪到了冰厂门口。", "潮汐表每晚更新，船上也收得到。")


def of(value: object, *lines: str, **more: object) -> AnnualReport:
    rows = {"applications": {"newly_received": [0, 0, 0, 0, 0, 0, value]}}
    return report_of({"fill": 0, "tables": rows, "chapters": {"1": {"text": "\n".join(lines)}}, **more})


def text(a: AnnualReport, b: AnnualReport, full: bool = False) -> str:
    return page(compare(a, b), Style(width=100), full=full)


def test_the_four_values_are_told_apart() -> None:
    assert "–" in text(of("缺"), of(2))
    assert "（空白）" in text(of("空"), of(2))
    assert "无从计算" in text(of("/"), of(2))
    assert "-2" in text(of(4), of(2))


def test_moved_and_copied_sentences_are_shown_others_only_in_full() -> None:
    short = text(of(0, *LINES[:2]), of(0, LINES[1], LINES[0], LINES[2]))
    assert "换了位置" in short
    assert LINES[2] not in short
    assert f"[{KINDS['only_b']}]" in text(of(0, *LINES[:2]), of(0, *LINES), full=True)


def test_a_table_that_one_lacks_is_said() -> None:
    lacking = report_of({"tables": {"applications": False}})
    assert "无从比较" in text(lacking, of(1))


def test_nothing_of_a_file_steers_the_terminal() -> None:
    assert "\x1b" not in text(
        of(0, "老先生把\x1b[31m旧契据抄了。", organ="甲\x1b局"), of(0, organ="甲局"), full=True
    )


def test_colour_only_where_asked() -> None:
    found = compare(of(1), of(2))
    assert "\x1b[" in page(found, Style(colour=True), full=False)
    assert "\x1b[" not in page(found, Style(), full=False)
