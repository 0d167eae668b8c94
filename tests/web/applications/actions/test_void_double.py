"""Voiding: only what is proven to have been submitted twice, with the reason; it counts nowhere afterwards."""

from __future__ import annotations

import pytest

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Channel, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.void_double import unproven, void_double
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Standing
from gongkai.web.applications.remarks import remarks_of
from gongkai.web.entries.row import Taken
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def test_a_double_counts_nowhere(office: Office) -> None:
    first, _ = filed(office)
    second, _ = filed(office, Channel.INTERNET, values={"request": "临溪县2025年 法律援助经费决算表"})
    entered(office, second, Kind.RECEIVED, DAY)
    state = void_double(office.actor("office_head"), second, first, "网上和当面各交一次", seen=2, now=at(DAY))
    assert state.stage is Stage.NONE
    assert state.case.received_on is None
    assert [row.data.get("double_of") for row in state.rows] == [None, None, first.number, first.number]
    assert remarks_of(second)[state.position] == "网上和当面各交一次"
    standing = Standing.objects.for_organ(office.organ).get(application=second)
    assert (standing.stage, standing.due, standing.row) == ("none", None, "")
    assert state_of(first, DAY).stage is Stage.PROCESSING


@pytest.mark.parametrize(
    ("values", "why"),
    [({"document_number": "11010519491231002X"}, "同一申请人"), ({"request": "另一份文件"}, "完全相同")],
)
def test_what_is_not_proven(office: Office, values: dict[str, str], why: str) -> None:
    first, _ = filed(office)
    second, _ = filed(office, values=values)
    assert why in unproven(second, first)
    with pytest.raises(NotAllowed, match=why):
        void_double(office.actor("office_head"), second, first, "重复", seen=1, now=at(DAY))
    assert state_of(second, DAY).stage is Stage.PROCESSING


def test_not_itself_not_without_reason_not_too_late(office: Office) -> None:
    first, second = filed(office)[0], filed(office)[0]
    head = office.actor("office_head")
    with pytest.raises(NotAllowed, match="自己的"):
        void_double(head, second, second, "重复", seen=1, now=at(DAY))
    with pytest.raises(NotAllowed, match="理由"):
        void_double(head, second, first, " ", seen=1, now=at(DAY))
    with pytest.raises(Taken):
        void_double(head, second, first, "重复", seen=0, now=at(DAY))
    with pytest.raises(Forbidden):
        void_double(office.actor("handler"), second, first, "重复", seen=1, now=at(DAY))
    entered(office, second, Kind.WITHDRAWN, DAY)
    with pytest.raises(NotAllowed, match="刚收到"):
        void_double(head, second, first, "重复", seen=2, now=at(DAY))


def test_the_first_cannot_be_voided_for_a_void_one(office: Office) -> None:
    first, second = filed(office)[0], filed(office)[0]
    head = office.actor("office_head")
    void_double(head, second, first, "重复", seen=1, now=at(DAY))
    with pytest.raises(NotAllowed, match="已经作废"):
        void_double(head, first, second, "重复", seen=1, now=at(DAY))
