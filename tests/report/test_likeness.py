"""How alike prose is; which sentences moved."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.checks.short_form import report_of
from gongkai.report.document import AnnualReport
from gongkai.report.likeness import likeness

LINES = (
    "老先生把旧契据一张张抄了下来。",
    "渔港的公告栏挪到了冰厂门口。",
    "潮汐表每晚更新两回，船上也收得到。",
    "库房的除湿机坏过一次，修好之后早晚各看一遍。",
    "茶话会上谁有意见当面说，散会前写出答复。",
)


def of(*lines: str, chapter: int = 1, **more: object) -> AnnualReport:
    return report_of({"chapters": {str(chapter): {"text": "\n".join(lines)}}, **more})


def test_the_same_text_is_wholly_alike() -> None:
    found = likeness(of(*LINES), of(*LINES))
    assert found.ratio(1) == 1.0
    assert {(p.kind, p.moved) for p in found.passages} == {("same", False)}


def test_another_text_is_not_alike() -> None:
    assert likeness(of(*LINES[:2]), of(*LINES[2:])).ratio(1) == 0.0


def test_a_chapter_without_words_of_its_own_has_no_ratio() -> None:
    assert likeness(of("无其他需要报告的事项。"), of("无其他需要报告的事项。")).ratio(1) is None
    assert likeness(of(), of()).ratio(4) is None


def test_a_chapter_that_one_lacks_is_not_alike() -> None:
    assert likeness(of(*LINES), of()).ratio(1) == 0.0


def test_figures_alone_do_not_make_a_text_new() -> None:
    found = likeness(of("潮汐表更新12回，船上收得到。"), of("潮汐表更新340回，船上收得到。"))
    assert found.ratio(1) == 1.0
    assert [p.kind for p in found.passages] == ["figures"]


def test_a_changed_sentence_counts_by_what_is_left_of_it() -> None:
    found = likeness(of(LINES[3]), of(LINES[3].replace("早晚各看一遍", "每天早晚各看一遍")))
    assert 0.8 < (found.ratio(1) or 0) < 1
    assert [p.kind for p in found.passages] == ["changed"]


def test_the_sentence_that_left_its_place_has_moved_and_no_other() -> None:
    found = likeness(of(*LINES), of(*LINES[1:], LINES[0]))
    assert [p.a.text for p in found.passages if p.moved and p.a] == [LINES[0]]
    assert found.ratio(1) == 1.0


def test_a_sentence_found_in_another_chapter_has_moved() -> None:
    found = likeness(of(LINES[0]), of(LINES[0], chapter=5))
    (passage,) = found.passages
    assert passage.moved
    assert passage.a is not None
    assert passage.b is not None
    assert (passage.a.chapter, passage.b.chapter) == (1, 5)
    assert found.ratio(1) == found.ratio(5) == 0.0


def test_each_sentence_is_told_once() -> None:
    a, b = of(*LINES[:3], LINES[0]), of(LINES[0], LINES[4])
    found = likeness(a, b).passages
    assert sum(p.a is not None for p in found) == 4
    assert sum(p.b is not None for p in found) == 2
    assert [p.kind for p in found].count("only_a") == 3


texts = st.lists(
    st.sampled_from([*LINES, *(line[: len(line) // 2] + "变了。" for line in LINES), "无。"]), max_size=8
)


@settings(deadline=None)
@given(texts, texts, st.sampled_from([1, 5]))
def test_exchanging_the_sides_exchanges_the_passages(one: list[str], other: list[str], chapter: int) -> None:
    a, b = of(*one), of(*other, chapter=chapter)
    there, back = likeness(a, b), likeness(b, a)
    assert [s.ratio for s in there.chapters] == [s.ratio for s in back.chapters]
    assert {p.mirrored() for p in there.passages} == set(back.passages)


@settings(deadline=None)
@given(texts)
def test_a_text_is_like_itself(lines: list[str]) -> None:
    found = likeness(of(*lines), of(*lines))
    assert found.ratio(1) in (1.0, None)
    assert not any(p.moved or p.kind in ("changed", "only_a", "only_b") for p in found.passages)


@pytest.mark.parametrize("count", [2_000])
def test_very_many_sentences_are_borne(count: int) -> None:
    """Beyond the bound sentences count as new; the report is compared all the same."""
    lines = [f"第{chr(0x4E00 + n)}件旧契据抄在{chr(0x6E00 + n)}册里面。" for n in range(count)]
    found = likeness(of(*lines), of(*lines[::-1]))
    assert sum(p.a is not None for p in found.passages) == count
