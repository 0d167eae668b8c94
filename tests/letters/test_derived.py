"""What nobody types: address, statutory periods, the fee, last days; and what cannot be right is refused."""

from __future__ import annotations

from typing import Any

import pytest

from gongkai.letters.derived import derived
from gongkai.letters.document import document
from gongkai.letters.filling import fill
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import FactsError, NotAllowed
from tests.letters.letter_cases import DAY, case


def found(id: str, **facts: Any) -> dict[str, Any]:
    """The computed facts of a document."""
    return derived(document(id), facts, DAY, Calendar.national(), Settings.default())


def test_the_reader_is_addressed_by_what_it_is() -> None:
    assert found("D04", applicant_kind="natural_person")["you"] == "您"
    assert found("D04", applicant_kind="business")["you"] == "你单位"
    assert found("D05", third_party_kind="organisation")["you"] == "你单位"
    assert found("D09")["you"] == "贵单位"


def test_periods_are_those_of_the_statute() -> None:
    assert found("D05")["opinion_days"] == 15
    fee = found("D08", fee_mode="per_page", fee_pages=101, received_on=DAY)
    assert (fee["fee_amount"], fee["payment_days"], fee["fee_restarts"]) == (720, 20, True)
    assert fee["fee_steps"] == ("前30页不收费；第31页至第100页共70页，每页10元，计700元；第101页，20元")
    assert "第五条" in fee["fee_article"]


def test_a_fee_of_nothing_is_no_notice() -> None:
    with pytest.raises(FactsError, match="不收取信息处理费"):
        case("D08").paper(fee_ordinal=10)


def test_the_setting_on_paying_turns_the_sentence() -> None:
    points = Settings.default().using({"fee.restart": False})
    paper = fill("D08", case("D08").facts, DAY, settings=points)
    assert "不计算在答复期限内" in paper.body.paragraphs[-1]
    assert "重新计算" not in paper.body.paragraphs[-1]


def test_last_days_stand_on_the_proof_of_delivery() -> None:
    said = found("D30", decision="unavailable.needs_creation", delivered_on=DAY)["remedy_days"]
    assert said == (
        "申请行政复议的最后一日为2026年5月25日（星期一）；直接提起行政诉讼的最后一日为2026年9月28日（星期一）"
    )
    assert "remedy_days" not in found("D30", decision="otherwise.other.withdrawn", delivered_on=DAY)


def test_an_extension_beyond_the_law_is_refused() -> None:
    with pytest.raises(NotAllowed, match="不得超过20个工作日，现在是21个"):
        case("D04").paper(extension_days=21)


def test_a_limb_of_another_ground_is_refused() -> None:
    one = next(c for n in range(7) if (c := case("D13", n)).facts["decision"] == "withheld.deliberative")
    with pytest.raises(FactsError, match="不是所选依据列举的情形，该依据的情形为：讨论记录、过程稿"):
        one.paper(limb="人事管理")


def test_an_unreasonable_objection_withholds_nothing() -> None:
    """Vector T59."""
    one = next(c for n in range(7) if (c := case("D13", n)).facts["decision"] == "withheld.third_party")
    assert "第三方逾期未提出意见" in "".join(one.paper(third_party_position="lapsed").body.paragraphs)
    with pytest.raises(NotAllowed, match="第三方没有合理理由的，不能据此不公开"):
        one.paper(third_party_position="objects_unreasonably")
    with pytest.raises(FactsError, match="第三方意见的情况"):
        one.paper(third_party_position=None)


def test_a_decision_of_another_letter_is_refused() -> None:
    with pytest.raises(
        FactsError, match=r"《政府信息公开申请答复书》（D15）不用于处理决定“disclosed\.supplied”"
    ):
        case("D15").paper(decision="disclosed.supplied")
