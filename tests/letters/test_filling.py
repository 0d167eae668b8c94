"""Every letter is filled from its case, has no blank, and is refused by name where a fact is missing."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.letters.document import document, documents
from gongkai.letters.filling import fill, printed
from gongkai.letters.paper import Paper, canonical
from gongkai.letters.vocabulary import Kind, fact
from gongkai.statute.decisions import kinds
from gongkai.values.errors import FactsError, NotAllowed
from tests.letters.letter_cases import DAY, Case, case, cases

BLANK = re.compile(r"[{}]|〔(?!\d{4}〕)|请填写(?!所附)|_{2,}|XX|××|None|\bTrue\b")
EVERY = pytest.mark.parametrize("one", cases(), ids=str)


def blanks(paper: Paper) -> list[str]:
    """What looks like a slot that was not filled."""
    return BLANK.findall(canonical(paper))


def test_every_document_and_every_decision_has_a_case() -> None:
    assert {one.id for one in cases()} == {one.id for one in documents()}
    told = {
        one.facts.get("decision") or document(one.id).decisions[0]
        for one in cases()
        if document(one.id).decisions
    }
    assert told == {kind.key for kind in kinds()}


@EVERY
def test_the_letter_says_what_it_has_to_and_no_more(one: Case) -> None:
    text = canonical(one.paper())
    assert [said for said in one.says if said not in text] == []
    assert [hidden for hidden in one.hides if hidden in text] == []
    assert blanks(one.paper()) == []


def test_control_a_blank_is_seen() -> None:
    paper = case("D10").paper()
    for left in ("{request}", "〔请填写行政复议机关〕", "〔2026〕××号", "____"):
        assert blanks(replace(paper, note=left))


@EVERY
def test_punctuation_is_right(one: Case) -> None:
    text = canonical(one.paper())
    assert not re.search(r"[。；，：、]{2}|[。；，]”。|（）|“”", text)
    for paragraph in one.paper().body.paragraphs:
        assert paragraph.endswith(("。", "：", "？")), paragraph


@EVERY
def test_every_fact_that_the_case_gives_is_told(one: Case) -> None:
    """Nothing that a case gives and its document names is lost on the way."""
    text = canonical(one.paper())
    named = {k for k in document(one.id).facts() if k in one.facts and fact(k).kind is not Kind.ROWS}
    hidden = {"applicant_kind", "third_party_kind", "third_party_position", "rectification_outcome"}
    hidden |= {"delivery", "extension_approver", "asked", "decision", "corrected_on", "extended_due_on"}
    hidden |= {"organ_kind", "fee_mode", "received_on"}
    for key in named - hidden:
        said = printed(fact(key), one.facts[key])
        variants = {said, said.rstrip("。"), said.replace("\n", "\\n"), said.split("（")[0]}
        variants |= set(said.split("、")[:1])
        variants |= {said.replace("“", "‘").replace("”", "’")}
        assert any(variant in text for variant in variants), key


@EVERY
def test_each_fact_that_must_be_there_is_refused_by_its_name_when_it_is_not(one: Case) -> None:
    required = [key for key, must in document(one.id).facts().items() if must]
    assert required
    for key in required:
        with pytest.raises(FactsError) as missing:
            one.paper(**{key: None})
        assert fact(key).name in missing.value.sentence
        assert document(one.id).title in missing.value.sentence
        assert key in missing.value.facts


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(FactsError) as missing:
        fill("D04", {}, DAY)
    for name in ("申请人姓名或者名称（办理登记）", "延长答复期限的原因（承办人填写）", "发文字号（编号）"):
        assert name in missing.value.sentence
    assert missing.value.sentence.endswith("请补齐后重新生成。")


def test_one_of_several_facts_is_enough_and_none_is_refused() -> None:
    with pytest.raises(
        FactsError,
        match="或者获取政府信息的方式、途径和时间（承办人填写）",
    ):
        case("D11").paper(material=None)


def test_rows_that_are_missing_are_refused() -> None:
    with pytest.raises(FactsError, match="不予公开的部分及其依据、理由"):
        case("D12").paper(withheld_parts=None)


def test_ink_is_left_only_where_the_document_says_so() -> None:
    table = case("F02").paper().body.table
    assert table
    signed = [cell.text for row in table.rows for cell in row if "签名" in cell.text]
    assert len(signed) == 5
    for one in cases():
        if not document(one.id).is_form:
            assert one.paper().body.table is None


def test_blank_rows_for_ink_fill_a_list() -> None:
    table = case("F04").paper().body.table
    assert table
    assert len(table.rows) == 1 + 8
    assert [cell.text for cell in table.rows[1]][:3] == ["1", "政府信息公开申请表", ""]


@given(st.text(st.characters(exclude_categories=("Cs", "Co", "Cn", "Cc", "Cf")), min_size=1, max_size=60))
def test_whatever_an_applicant_writes_stands_in_the_letter_and_nowhere_else(written: str) -> None:
    one = case("D10")
    try:
        paper = one.paper(request=f"甲{written}乙")
    except FactsError:
        pytest.fail("a text that can be printed was refused")
    with_it, without = paper.body.paragraphs, one.paper().body.paragraphs
    assert len(with_it) == len(without)
    assert with_it[1:] == without[1:]
    inside = with_it[0].split("申请公开的内容为“")[1]
    squeezed = "".join(unicodedata.normalize("NFC", written).split()).replace("“", "‘").replace("”", "’")
    assert squeezed in "".join(inside.split())


def test_an_organisation_is_addressed_as_one() -> None:
    text = canonical(case("D04").paper(applicant="试用合作社", applicant_kind="business"))
    assert "你单位" in text
    assert "您" not in text


def test_several_paragraphs_of_reasons_stay_several() -> None:
    paper = case("D13", 5).paper(reasons="第一条理由。\n第二条理由")
    assert "不予公开的具体理由：第一条理由。" in paper.body.paragraphs
    assert "第二条理由。" in paper.body.paragraphs


def test_the_day_is_an_argument_and_the_law_that_of_the_day() -> None:
    one = case("D10")
    assert fill("D10", one.facts, dt.date(2026, 4, 1)).date == "2026年4月1日"
    with pytest.raises(NotAllowed, match="没有编号为“D31”的文书"):
        fill("D31", one.facts, DAY)


@pytest.mark.parametrize(
    ("key", "value", "form", "said"),
    [
        ("received_on", DAY, "weekday", "2026年3月25日（星期三）"),
        ("received_on", DAY, "short", "2026-03-25"),
        ("due_on", DAY, "plain", "2026年3月25日"),
        ("fee_charged", 200, "figure", "200元"),
        ("extension_days", 12, "chinese", "十二"),
        ("search_words", ["甲。", "乙"], "", "甲、乙"),
        ("channel", "fax", "", "以传真方式"),
    ],
)
def test_forms_of_facts(key: str, value: Any, form: str, said: str) -> None:
    assert printed(fact(key), value, form) == said
