"""What changed between two versions of a letter is shown place by place."""

from __future__ import annotations

from gongkai.letters.changes import changes, marked, pieces
from gongkai.letters.paper import digest
from tests.letters.letter_cases import case, cases


def test_the_same_facts_change_nothing() -> None:
    for one in cases():
        assert changes(one.paper(), one.paper()) == ()


def test_a_changed_fact_shows_where_it_is_told() -> None:
    import datetime as dt

    old, new = case("D04").paper(), case("D04").paper(extended_due_on=dt.date(2026, 4, 27))
    (change,) = changes(old, new)
    assert change.place == "正文第2段"
    assert "〔删：8〕〔增：7〕" in change.words
    assert digest(old) != digest(new)


def test_a_paragraph_put_in_does_not_make_the_rest_look_changed() -> None:
    old = case("D11").paper(other_form=None, other_form_reason=None)
    new = case("D11").paper()
    (change,) = changes(old, new)
    assert change.before == ""
    assert change.words.startswith("正文第4段：新增“因按照您要求的形式提供公开成本过高")
    (back,) = changes(new, old)
    assert back.words.startswith("正文第4段：删去“")


def test_two_changes_beside_each_other_stay_two() -> None:
    old, new = case("D10").paper(), case("D10").paper(number="临司公开答〔2026〕13号", applicant="王试四")
    assert [one.place for one in changes(old, new)] == ["发文字号", "主送"]


def test_marks() -> None:
    assert marked("甲乙丙", "甲丁丙") == "甲〔删：乙〕〔增：丁〕丙"
    assert marked("甲", "甲") == "甲"


def test_pieces_give_both_texts_back() -> None:
    found = pieces("于2026年3月2日收到", "于2026年3月5日收到")
    assert found == (("same", "于2026年3月"), ("out", "2"), ("in", "5"), ("same", "日收到"))
    assert pieces("", "甲") == (("in", "甲"),)
    assert pieces("甲", "") == (("out", "甲"),)
