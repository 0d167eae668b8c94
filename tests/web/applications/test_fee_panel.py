"""The fee of a case: told, paid, given back; nothing where nothing was charged."""

from __future__ import annotations

from gongkai.statute.events import Kind
from gongkai.web.applications.actions.refund import refund
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.fee_panel import context, left, paid, refunds, register, why_no_refund
from gongkai.web.applications.offers import offers
from tests.web.applications.actions.test_refund import charged
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office


def test_nothing_charged(office: Office) -> None:
    register()
    assert {"fee-estimate", "refund", "notice-receipt"} <= {one.key for one in offers()}
    one, _ = filed(office)
    state = state_of(one, DAY)
    assert context(office.actor("handler"), state) is None
    assert why_no_refund(state) is None
    entered(office, one, Kind.FEE_NOTICE, DAY, amount=100)
    assert paid(state_of(one, DAY)) == 0


def test_paid_and_given_back(office: Office) -> None:
    one = charged(office)
    assert (paid(state_of(one, DAY)), why_no_refund(state_of(one, DAY))) == (100, "")
    refund(office.actor("office_head"), one, 100, DAY, "多收", now=at(DAY))
    state = state_of(one, DAY)
    assert (left(state), len(refunds(one)), why_no_refund(state)) == (0, 1, "已经全部退还。")
    found = context(office.actor("handler"), state)
    assert found
    assert found["refunds"][0][1] == office.person("office_head").name
