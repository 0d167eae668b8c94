"""Title, preamble, chapters, signature and date: told apart, never reworded, nothing said twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gongkai.report.document import AnnualReport, Chapter, Source
from gongkai.report.writer.prose import prose
from gongkai.tables.form import form

TITLE = "云泽市水务局2024年政府信息公开工作年度报告"


def report_of(
    preamble: str = TITLE, last: str = "没有需要报告的事项。", dated: date | None = None
) -> AnnualReport:
    """A report with these texts before chapter one and in chapter six."""
    labels = [chapter.label for chapter in form("2021").chapters]
    texts = ["第一段。\n第二段。", "", "", "", "问题。", last]
    chapters = tuple(Chapter(n, t, True, x) for n, (t, x) in enumerate(zip(labels, texts, strict=True), 1))
    return AnnualReport(
        Source("a", "txt", ""),
        organ="云泽市水务局",
        title=TITLE,
        year=2024,
        dated_on=dated,
        chapters=chapters,
        preamble=Chapter(0, "", bool(preamble), preamble),
    )


@pytest.mark.parametrize(
    ("preamble", "title", "rest"),
    [
        (TITLE, (TITLE,), ()),
        (TITLE + "\n根据条例编制。", (TITLE,), ("根据条例编制。",)),
        (
            "云泽市水务局\n2024年政府信息公开工作年度报告\n编制说明。",
            ("云泽市水务局", TITLE[6:]),
            ("编制说明。",),
        ),
        ("云泽市水务局 2024年政府信息公开工作年度报告", ("云泽市水务局 2024年政府信息公开工作年度报告",), ()),
        ("首页 > 公开年报\n现公布" + TITLE + "。", (), ("首页 > 公开年报", "现公布" + TITLE + "。")),
        ("", (TITLE,), ()),
    ],
)
def test_the_title_is_told_from_the_preamble(
    preamble: str, title: tuple[str, ...], rest: tuple[str, ...]
) -> None:
    found = prose(report_of(preamble))
    assert (found.title, found.preamble) == (title, rest)


def test_without_a_title_nothing_is_made_up() -> None:
    found = prose(replace(report_of("编制说明。"), title=None))
    assert (found.title, found.preamble) == ((), ("编制说明。",))


@pytest.mark.parametrize(
    ("last", "name", "day", "left"),
    [
        ("无。\n云泽市水务局\n2025年1月20日", "云泽市水务局", "2025年1月20日", ("无。",)),
        ("无。\n2025年1月20日", "", "2025年1月20日", ("无。",)),
        ("无。\n云泽市水务局\n二〇二五年一月二十日", "云泽市水务局", "二〇二五年一月二十日", ("无。",)),
        ("无。\n本报告自2025年1月20日起公布。", "", "", ("无。", "本报告自2025年1月20日起公布。")),
    ],
)
def test_the_signature_is_told_from_the_last_chapter(
    last: str, name: str, day: str, left: tuple[str, ...]
) -> None:
    found = prose(report_of(last=last, dated=date(2025, 1, 20)))
    assert (found.signature, found.date, found.chapters[5].paragraphs) == (name, day, left)


def test_a_report_that_was_built_is_signed_with_its_organ_and_date() -> None:
    found = prose(report_of(dated=date(2025, 1, 5)))
    assert (found.signature, found.date) == ("云泽市水务局", "2025年1月5日")


def test_a_chapter_that_print_does_not_have_is_left_out() -> None:
    report = report_of()
    chapters = tuple(c if c.number != 5 else Chapter(5, "", False) for c in report.chapters)
    found = prose(replace(report, chapters=chapters))
    assert [chapter.number for chapter in found.chapters] == [1, 2, 3, 4, 6]
    assert found.chapters[0].paragraphs == ("第一段。", "第二段。")
