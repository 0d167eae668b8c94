"""A proposal stands where the core lets it: facts asked for, limbs named, the stage right; added, never changed."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.events import Kind
from gongkai.values.errors import FormError, NotAllowed
from gongkai.web.applications.actions.propose import Draft, lapses, limbs_for, propose, take_back
from gongkai.web.applications.models import Proposal
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office

SEARCH = Draft(
    "unavailable.not_held.nonexistent", facts={"search_record": "检索了档案系统，关键词“经费决算”"}
)
DELIBERATIVE = {"reasons": "仍在讨论", "not_severable": "不能区分"}


def test_it_is_added_and_replaced(office: Office) -> None:
    one, _ = filed(office)
    actor = office.actor("handler")
    first = propose(actor, one, SEARCH, 0, at(DAY))
    assert (first.number, first.decision.row) == (1, "unavailable.not_held")
    second = propose(actor, one, SEARCH, 1, at(DAY), instead_of=first)
    assert list(Proposal.objects.for_organ(office.organ).standing(one)) == [second]
    take_back(actor, second, 2, at(DAY))
    assert list(Proposal.objects.for_organ(office.organ).standing(one)) == []
    assert Proposal.objects.for_organ(office.organ).count() == 3


def test_several_stand_beside_each_other(office: Office) -> None:
    one, _ = filed(office)
    actor = office.actor("handler")
    propose(actor, one, SEARCH, 0, at(DAY))
    propose(actor, one, Draft("disclosed.already_public", facts={"where_public": "门户网站"}), 1, at(DAY))
    assert len(Proposal.objects.for_organ(office.organ).standing(one)) == 2


def test_somebody_was_first(office: Office) -> None:
    one, _ = filed(office)
    actor = office.actor("handler")
    first = propose(actor, one, SEARCH, 0, at(DAY))
    with pytest.raises(Taken):
        propose(office.actor("handler", 2), one, SEARCH, 0, at(DAY))
    take_back(actor, first, 1, at(DAY))
    with pytest.raises(Taken):
        take_back(actor, first, 2, at(DAY))


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (Draft("unavailable.not_held.nonexistent"), "还缺少检索记录"),
        (Draft("unavailable.not_held.nonexistent", facts={"search_record": " "}), "还缺少检索记录"),
        (Draft("withheld.deliberative", facts=DELIBERATIVE | {"limb": "随便"}), "请从“讨论记录"),
        (
            Draft("withheld.deliberative", facts=DELIBERATIVE | {"limb": "过程稿", "severable": "能"}),
            "请改为部分公开",
        ),
        (Draft("no.such"), "没有“no.such”这种处理决定"),
    ],
)
def test_the_core_refuses(office: Office, draft: Draft, words: str) -> None:
    one, _ = filed(office)
    with pytest.raises(NotAllowed, match=words):
        propose(office.actor("handler"), one, draft, 0, at(DAY))


def test_an_unknown_fact(office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(FormError):
        propose(office.actor("handler"), one, Draft(SEARCH.kind, facts={"weather": "晴"}), 0, at(DAY))


def test_a_part_on_its_ground(office: Office) -> None:
    one, _ = filed(office)
    facts = {
        "material": "决算表", "withheld_part": "第3页", "reasons": "过程稿",
        "limb": "过程稿",
    }  # fmt: skip
    draft = Draft("partly_disclosed", ("withheld.deliberative",), facts)
    assert propose(office.actor("handler"), one, draft, 0, at(DAY)).grounds == ["withheld.deliberative"]


def test_what_is_read_from_a_review_is_not_written_here(office: Office) -> None:
    one, _ = filed(office)
    facts = {"material": "决算表", "secrecy_review": "可以公开"}
    with pytest.raises(NotAllowed, match=r"“保密审查结论”不在这里填写。请起草答复书.*保密审查员签署"):
        propose(office.actor("handler"), one, Draft("disclosed.supplied", facts=facts), 0, at(DAY))
    del facts["secrecy_review"]
    assert propose(office.actor("handler"), one, Draft("disclosed.supplied", facts=facts), 0, at(DAY))


def test_not_while_waiting_and_not_without_the_right(office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(Forbidden):
        propose(office.actor("reviewer"), one, SEARCH, 0, at(DAY))
    entered(office, one, Kind.CORRECTION_NOTICE, DAY, until=DAY + dt.timedelta(9))
    with pytest.raises(NotAllowed, match="等待补正"):
        propose(office.actor("handler"), one, SEARCH, 0, at(DAY))


def test_limbs_and_lapses() -> None:
    assert limbs_for("partly_disclosed", ["withheld.internal_affairs"]) == {
        "withheld.internal_affairs": ("人事管理", "后勤管理", "内部工作流程")
    }
    assert limbs_for("withheld.state_secret") == {}
    assert lapses("otherwise.fee_unpaid") is Kind.FEE_LAPSED
    assert lapses("disclosed.supplied") is None
