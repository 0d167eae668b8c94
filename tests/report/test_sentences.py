"""Sentences with their spans in the chapter's text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from gongkai.report.checks.short_form import report_of
from gongkai.report.document import AnnualReport, Chapter, Source
from gongkai.report.sentences import LONGEST, sentences
from gongkai.report.standard import standard


def of(text: str) -> AnnualReport:
    return AnnualReport(Source("a", "txt", ""), chapters=(Chapter(1, "一", True, text),))


def test_spans_lead_back_to_the_text() -> None:
    report = of("甲事已办。  乙事\n未办！\n（一）丙事；丁事")
    found = sentences(report, standard())
    text = report.chapter(1).text
    assert [text[slice(*s.span)] for s in found] == [s.text for s in found]
    assert [s.place for s in found] == list(range(len(found)))
    assert found[0].text == "甲事已办。"


def test_a_line_broken_by_the_printer_ends_no_sentence() -> None:
    (one,) = sentences(of("馆里的老先生把旧契据\n一张张抄了下来。"), standard())
    assert one.words == "馆里的老先生把旧契据一张张抄了下来"


def test_a_list_run_together_is_cut() -> None:
    found = sentences(of("柳" * (LONGEST * 2 + 1)), standard())
    assert [len(s.text) for s in found] == [LONGEST, LONGEST, 1]


def test_the_preamble_is_chapter_0_and_lost_chapters_say_nothing() -> None:
    report = report_of(
        {"preamble": "本报告如下。", "chapters": {"1": {"text": "甲。"}, "2": {"found": False}}}
    )
    assert [s.chapter for s in sentences(report, standard())] == [0, 1]


@given(st.text(alphabet="甲乙。；\n 1", max_size=60))
def test_nothing_but_space_is_lost(text: str) -> None:
    found = sentences(of(text), standard())
    left = "".join(s.text for s in found)
    assert sorted(c for c in left if c in "甲乙1") == sorted(c for c in text if c in "甲乙1")
