"""救济告知 in letters: by organ, decision and delivery, never with a blank, never the wrong way."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.letters.document import Remedies, document
from gongkai.letters.filling import fill
from gongkai.letters.telling import grounds
from gongkai.statute.decisions import decision
from gongkai.statute.remedies import Way, way_of
from gongkai.statute.settings import Settings
from gongkai.values.errors import FactsError
from tests.letters.letter_cases import DAY, Case, case, cases

DIRECT = "或者自收到"


def told(one: Case, **other: Any) -> str:
    """The last paragraph of the letter."""
    return one.paper(**other).body.paragraphs[-1]


@pytest.mark.parametrize("one", [c for c in cases() if document(c.id).remedies is Remedies.DECISION], ids=str)
def test_each_letter_tells_what_its_decision_allows(one: Case) -> None:
    """Vectors T55, T56 and property P14 on every letter that there is."""
    key = one.facts.get("decision") or document(one.id).decisions[0]
    way = way_of(key, grounds(one.facts))
    text = told(one)
    assert text.startswith(f"如不服{document(one.id).calls_itself}")
    assert (DIRECT in text) == (way in (Way.EITHER, Way.SPLIT))
    assert ("先向" in text) == (way in (Way.FIRST, Way.SPLIT))
    assert "临溪县人民政府或者云州市司法局申请行政复议" in text
    assert "临溪县人民法院" in text


def test_letters_without_remedies_tell_none() -> None:
    for one in cases():
        if document(one.id).remedies is Remedies.NONE:
            assert "行政复议" not in "".join(one.paper().body.paragraphs), one


def test_the_body_that_reconsiders_goes_by_the_kind_of_organ() -> None:
    assert "向临溪县人民政府申请行政复议" in told(case("D10"), organ_kind="department")
    assert "向云州市人民政府申请行政复议" in told(
        case("D10"), organ_kind="government", superior="云州市人民政府"
    )
    assert "向本机关申请行政复议" in told(case("D10"), organ_kind="ministry")
    by_hand = told(case("D10"), organ_kind="corps", review_body="云州垦区行政复议机构")
    assert "向云州垦区行政复议机构申请行政复议" in by_hand


@pytest.mark.parametrize(
    ("facts", "names"),
    [
        ({"organ_kind": "corps"}, "行政复议机关"),
        ({"organ_kind": None}, "本机关类别"),
        ({"government": None}, "本级人民政府的名称"),
        ({"superior": None}, "上一级人民政府或者上一级主管部门的名称"),
        ({"delivery": None}, "送达方式"),
        ({"delivery": "internet"}, "行政复议机关指定的互联网渠道"),
    ],
)
def test_what_only_the_organ_knows_is_asked_for(facts: dict[str, Any], names: str) -> None:
    with pytest.raises(FactsError, match=names):
        case("D10").paper(**facts)


def test_a_letter_that_goes_by_internet_gives_the_channel() -> None:
    text = told(case("D10"), delivery="internet", review_channel="云州行政复议网上申请平台")
    assert text.endswith("行政复议申请也可以通过下列互联网渠道提交：云州行政复议网上申请平台。")
    assert "互联网渠道提交" not in told(case("D10"))


def test_a_third_party_reads_of_its_own_remedies() -> None:
    text = told(case("D28"))
    assert text.startswith("如不服本告知书，可以自收到本告知书之日起60日内")
    assert DIRECT in text


def test_a_setting_turns_the_remedy() -> None:
    facts = case("D14").facts
    first = fill("D14", facts, DAY, settings=Settings.default().using({"query.remedy": "M1"}))
    assert "先向" in first.body.paragraphs[-1]
    assert "先向" not in told(case("D14"))


def test_without_a_court_the_law_is_told() -> None:
    assert "有管辖权的人民法院" in told(case("D10"), court=None)


def test_a_letter_of_several_decisions_asks_which() -> None:
    with pytest.raises(FactsError, match="处理决定"):
        case("D16").paper(decision=None)
    assert decision("unavailable.not_held.other_organ").letter == "D16"
