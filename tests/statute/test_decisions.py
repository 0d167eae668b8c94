"""处理决定 (vectors/decisions.toml): what each kind needs, what bars it, and that kinds and rows fit together."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.statute import decisions
from gongkai.statute.decisions import (
    Remedy,
    decision,
    gaps,
    kinds,
    kinds_of,
    permitted,
    require,
    waiting,
)
from gongkai.statute.facts import fact, facts
from gongkai.tables.form import form
from gongkai.values.errors import NotAllowed
from tests.statute.vectors import cases, vectors

ROWS = form("2021").table("applications").outcomes
KEYS = [kind.key for kind in kinds()]
FACTS = st.sets(st.sampled_from([one.key for one in facts()]))
CLAUSE = "《条例》第十四条至第十六条"


@pytest.mark.parametrize("case", cases("decisions"))
def test_case(case: dict[str, Any]) -> None:
    found = gaps(case["kind"], case["facts"], case.get("grounds", ()))
    if "misses" in case or "bars" in case:
        wanted = case.get("misses") or case["bars"]
        told = [(gap.facts[0], gap.in_the_way) for gap in found]
        assert told[0] == (wanted, "bars" in case)
        assert "bars" in case or len(told) == 1
        assert found[0].kind == case["kind"]
        with pytest.raises(NotAllowed) as error:
            require(case["kind"], case["facts"], case.get("grounds", ()))
        assert (error.value.sentence, error.value.article) == (found[0].sentence, found[0].article)
    else:
        assert found == ()
        allowed = require(case["kind"], case["facts"], case.get("grounds", ()))
        assert allowed in permitted(case["facts"], case.get("grounds", ()))


def test_every_kind_has_a_case_that_passes_and_one_that_does_not() -> None:
    held = vectors("decisions")
    stopped = {case["kind"] for case in held if "misses" in case or "bars" in case}
    passed = {case["kind"] for case in held if not {"misses", "bars"} & set(case)}
    assert stopped == passed == set(KEYS)


def test_every_kind_falls_into_one_row_and_every_row_has_a_kind() -> None:
    assert len(ROWS) == 21
    assert {kind.row for kind in kinds()} == set(ROWS)
    assert len(KEYS) == len(set(KEYS)) == 26
    for row in ROWS:
        mine = kinds_of(row)
        assert (
            (mine[0].key == row) if len(mine) == 1 else all(kind.key.startswith(f"{row}.") for kind in mine)
        )


def test_the_kinds_stand_in_the_order_of_the_form() -> None:
    assert [ROWS.index(kind.row) for kind in kinds()] == sorted(ROWS.index(kind.row) for kind in kinds())


def test_reconsideration_comes_first_exactly_for_articles_14_to_16() -> None:
    first = {kind.key for kind in kinds() if kind.remedy is Remedy.RECONSIDERATION_FIRST}
    assert first == {row for row in ROWS if row.startswith("withheld.")} - {"withheld.administrative_query"}
    for kind in kinds():
        grounded = any(
            article.startswith(("《条例》第十四条", "《条例》第十五条", "《条例》第十六条"))
            for article in kind.articles
        )
        assert grounded == (kind.key in first)


def test_letters_are_those_of_the_list() -> None:
    letters = {kind.key: kind.letter for kind in kinds()}
    assert {letters[key] for key in KEYS if decision(key).remedy is Remedy.RECONSIDERATION_FIRST} == {"D13"}
    others = [letter for letter in letters.values() if letter != "D13"]
    assert sorted(set(others)) == [f"D{n}" for n in range(10, 28) if n != 13]
    assert letters["disclosed.already_public"] == "D10"
    assert letters["otherwise.fee_unpaid"] == "D25"


def test_what_is_given_out_passes_the_secrecy_review() -> None:
    for kind in kinds():
        assert (("secrecy_review",) in kind.needs) == (kind.key in ("disclosed.supplied", "partly_disclosed"))


def test_every_fact_named_is_known_and_can_say_what_it_is_for() -> None:
    for kind in kinds():
        asked = [*kind.needs, *(need for one in kind.when for need in one.needs)]
        assert kind.required_facts == kind.needs
        assert all(fact(name).missing for names in asked for name in names), kind.key
        assert all(fact(bar).barring for bar in kind.bars), kind.key
    assert all(fact(state.fact).barring for state in waiting())
    assert kinds()


def test_every_fact_is_used_somewhere() -> None:
    used = {name for kind in kinds() for names in kind.needs for name in names}
    used |= {bar for kind in kinds() for bar in kind.bars}
    used |= {
        name for kind in kinds() for one in kind.when for names in one.needs for name in (one.fact, *names)
    }
    used |= {name for state in waiting() for name in (state.fact, state.lifted_by) if name}
    assert sorted({one.key for one in facts()} - used) == []


def test_marks_and_articles() -> None:
    assert {kind.mark for kind in kinds()} <= {"VERIFIED", "VERIFIED-2nd", "INFERRED", "RECALLED"}
    assert all(kind.articles and kind.title and kind.code for kind in kinds())
    assert decision("not_processed.reissue").why


def test_a_row_of_several_kinds_is_no_kind() -> None:
    with pytest.raises(NotAllowed, match=r"分为几种决定.*unavailable\.not_held\.nonexistent") as error:
        decision("unavailable.not_held")
    assert "711号" in error.value.article
    with pytest.raises(NotAllowed, match="没有“nonsense”这种处理决定"):
        decision("nonsense")
    assert kinds_of("nonsense") == ()


@pytest.mark.parametrize("ground", ["disclosed.supplied", "disclosed.already_public", "partly_disclosed"])
def test_what_is_given_out_is_no_ground_for_holding_back(ground: str) -> None:
    with pytest.raises(NotAllowed, match=r"不是不公开的依据") as error:
        gaps("partly_disclosed", (), [ground])
    assert error.value.article == "《条例》第三十七条"


def test_grounds_count_for_a_partial_disclosure_alone() -> None:
    assert gaps("disclosed.already_public", ["where_public"], ["withheld.deliberative"]) == ()


def test_a_sentence_names_kind_fact_reason_and_article() -> None:
    (gap,) = gaps("withheld.deliberative", ["limb", "not_severable"])
    assert gap.sentence == (
        "不能作出“过程性信息，不予公开”的决定，还缺少不予公开的理由：不予公开应当说明理由，请写明理由。"
        "（《条例》第三十六条第（三）项、第三十七条）"
    )
    (gap,) = gaps("unavailable.needs_creation", ["processing_reason", "fee_pending"])
    assert gap.sentence == (
        "不能作出“需要加工、分析，没有现成信息”的决定：正在等待申请人缴费，请等到缴费或者期限届满。（国办函〔2020〕109号）"
    )
    (gap,) = gaps("not_processed.excessive", ["request_counts", "reasons_requested", "reasons_unreasonable"])
    assert "还缺少申请人说明的理由或者申请人逾期未说明理由的记录：" in gap.sentence
    assert gap.facts == ("reasons_given", "reasons_not_given")


@given(FACTS, st.sampled_from(KEYS))
def test_walk_every_gap_is_a_sentence_and_filling_the_gaps_permits(on_file: set[str], key: str) -> None:
    grounds = ["withheld.deliberative"] if key == "partly_disclosed" else []
    for _ in range(9):
        found = gaps(key, on_file, grounds)
        for gap in found:
            assert gap.sentence.startswith("不能作出“")
            assert gap.sentence.endswith(f"。（{gap.article}）")
            assert set(gap.facts) & on_file == (set(gap.facts) if gap.in_the_way else set())
        if not found:
            break
        for gap in found:
            on_file = on_file - set(gap.facts) if gap.in_the_way else on_file | {gap.facts[-1]}
    assert decision(key) in permitted(on_file, grounds)


@given(FACTS)
def test_permitted_is_exactly_what_has_no_gap(on_file: set[str]) -> None:
    allowed = {kind.key for kind in permitted(on_file)}
    assert allowed == {key for key in KEYS if not gaps(key, on_file)}


@given(FACTS, st.sampled_from(KEYS))
def test_no_kind_is_permitted_while_a_payment_is_awaited_but_three(on_file: set[str], key: str) -> None:
    allowed = {kind.key for kind in permitted(on_file | {"fee_pending"})}
    assert allowed <= {"otherwise.fee_unpaid", "otherwise.other.withdrawn", "otherwise.other.terminated"}


def test_with_nothing_on_file_nothing_is_permitted() -> None:
    assert permitted(()) == ()


def test_the_data_are_read_as_they_stand() -> None:
    for cached in (decisions._source, decisions.kinds, decisions.decision):
        cached.cache_clear()  # so that a reader changed since (mutmut) shows
    kind = decision("otherwise.correction_lapsed")
    assert (kind.row, kind.code, kind.title, kind.letter, kind.mark, kind.why) == (
        "otherwise.correction_lapsed",
        "OTHER_NO_CORRECTION",
        "逾期不补正，不再处理",
        "D24",
        "VERIFIED",
        "",
    )
    assert (kind.articles, kind.remedy, kind.remedy_setting) == (("《条例》第三十条",), Remedy.EITHER, None)
    assert kind.needs == (("correction_notice",), ("correction_notice_received",), ("correction_lapsed",))
    assert (kind.bars, kind.when) == (("corrected", "justified_delay"), ())
    assert kind.despite == ("correction_pending", "consultation_open")
    supplied = decision("disclosed.supplied")
    assert supplied.when[0].fact == "third_party_asked"
    assert supplied.when[2].needs == (("third_party_notified",),)
    assert (supplied.bars, supplied.despite) == ((), ())
    assert decision("withheld.administrative_query").remedy_setting == "query.remedy"
    assert decision("not_processed.reissue").why == "条例没有专门条款，依据由本机关确认后可以修改。"


def test_all_gaps_are_told_at_once() -> None:
    found = gaps("disclosed.supplied", ["third_party_objects_reasonably", "fee_pending"])
    assert [gap.facts[0] for gap in found] == [
        "fee_pending",
        "material",
        "secrecy_review",
        "public_interest_prevails",
        "third_party_notified",
    ]
    found = gaps("partly_disclosed", ["reasons"], ["withheld.internal_affairs", "withheld.state_secret"])
    assert [gap.facts[0] for gap in found] == [
        "material",
        "secrecy_review",
        "withheld_part",
        "limb",
        "secrecy_basis",
    ]
