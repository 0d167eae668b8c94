"""Printed labels led to the form: exact wording, wording cut short, likeness; never one for another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.report.reader.labels import (
    LIKELY,
    SURE,
    LabelIndex,
    Match,
    chapter_titles,
    columns_of,
    groups_of,
    rows_of,
)
from gongkai.report.reader.normal import fold, without_enumerator
from gongkai.tables.form import EDITIONS, TABLES, Label, form

KINDS = [(e, t) for e in EDITIONS for t in TABLES]
INDEX = LabelIndex(
    (Label("a", "1.属于甲类会议纪要", ("甲类纪要",)), Label("b", "2.属于乙类会议纪要"), Label("c", "其他"))
)


@pytest.mark.parametrize(("edition", "table"), KINDS)
def test_every_label_and_variant_is_itself(edition: str, table: str) -> None:
    """Whatever stands in the form is matched with full score, with and without its number."""
    for index, labels in (
        (rows_of(edition, table), form(edition).table(table).rows),
        (columns_of(edition, table), form(edition).table(table).columns),
        (groups_of(edition, table), form(edition).table(table).groups),
    ):
        for label in labels:
            for wording in label.wordings:
                for printed in (wording, f" {wording}\n", without_enumerator(wording)):
                    assert index.match(printed) == Match(label.key, 1.0), printed


def test_chapters_by_number() -> None:
    for edition in EDITIONS:
        for chapter in form(edition).chapters:
            assert chapter_titles(edition).match(chapter.label) == Match(chapter.key, 1.0)


def test_exact_asks_for_the_folded_wording() -> None:
    assert INDEX.exact(fold("2.属于乙类会议纪要")) == "b"
    assert INDEX.exact(fold("属于乙类会议纪要")) == "b"
    assert INDEX.exact(fold("属于乙类会议")) is None
    assert INDEX.exact("") is None


@pytest.mark.parametrize("printed", ["", " ", "（）", "|", "\u3000"])
def test_nothing_is_no_label(printed: str) -> None:
    assert INDEX.match(printed) is None


def test_a_part_of_one_label_is_that_label_but_not_certainly_worded() -> None:
    match = INDEX.match("甲类会议纪")
    assert match is not None
    assert match.key == "a"
    assert SURE <= match.score < 1


def test_a_part_of_two_labels_is_neither() -> None:
    assert INDEX.match("类会议纪要") is None


def test_four_characters_are_a_part_and_three_are_not() -> None:
    index = LabelIndex((Label("a", "丙丁戊己庚辛壬癸"),))
    assert index.match("戊己庚辛") == Match("a", 0.9)
    assert index.match("戊己庚") is None


def test_a_misprint_is_likely_where_no_rival_is_near() -> None:
    index = LabelIndex((Label("a", "丙丁戊己庚辛壬癸"), Label("b", "子丑寅卯辰巳午未")))
    match = index.match("丙丁戊已庚辛壬癸")
    assert match is not None
    assert match.key == "a"
    assert LIKELY <= match.score < 1


def test_a_misprint_between_two_like_labels_is_neither() -> None:
    """5.… and 6.… differ in one character; a third in its place tells nothing."""
    assert INDEX.match("属于丙类会议纪要") is None


def test_what_is_unlike_is_nothing() -> None:
    assert INDEX.match("今年工作要点") is None


@pytest.mark.parametrize(
    ("cut", "key"),
    [
        (lambda f: f.row("partly_disclosed").label[:10], "partly_disclosed"),
        (lambda f: f.row("otherwise.fee_unpaid").label[-16:], None),
        (lambda f: f.row("not_processed.reissue").label[4:14], "not_processed.reissue"),
    ],
)
def test_labels_broken_by_a_line(cut, key: str | None) -> None:  # type: ignore[no-untyped-def]
    """The head or middle of a label finds it; an end that two labels share finds neither."""
    match = rows_of("2021", "applications").match(cut(form("2021").table("applications")))
    assert (match.key if match else None) == key


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_has_a_sound_answer(printed: str) -> None:
    match = rows_of("2021", "applications").match(printed)
    if match is not None:
        assert LIKELY <= match.score <= 1
        form("2021").table("applications").row(match.key)


@settings(deadline=None)
@given(st.sampled_from(EDITIONS), st.sampled_from(TABLES), st.data())
def test_one_wrong_character_never_leads_elsewhere_with_certainty(
    edition: str, table: str, data: st.DataObject
) -> None:
    """A misprint may stay unknown; taken for sure as another row it would move numbers silently."""
    label = data.draw(st.sampled_from(form(edition).table(table).rows))
    at = data.draw(st.integers(0, len(label.label) - 1))
    spoilt = label.label[:at] + "囗" + label.label[at + 1 :]
    match = rows_of(edition, table).match(spoilt)
    assert match is None or match.score < 1 or match.key == label.key


def test_the_memory_of_an_index_does_not_change_answers() -> None:
    index = LabelIndex(form("2021").table("applications").rows)
    first = index.match(index.labels[3].label)
    for i in range(5000):
        index.match(f"第{i}项无关内容")
    assert index.match(index.labels[3].label) == first


def test_two_labels_one_character_apart_are_rivals() -> None:
    index = LabelIndex((Label("a", "属于甲类会议纪要"), Label("b", "属于乙类会议纪要")))
    assert index.match("属于丙类会议纪要") is None
    assert index.match("属于甲类会议纪要") == Match("a", 1.0)
