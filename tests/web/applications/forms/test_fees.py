"""The fee: a whole amount, who approved, the receipt where it is known."""

from __future__ import annotations

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.fees import FeeLapsedForm, FeeNoticeForm, FeePaidForm
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def test_the_notice(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    actor = office.actor("office_head")
    event = made(FeeNoticeForm, state, amount="100", received=DAY.isoformat()).event(actor)
    assert (event.amount, event.approved_by, event.notice_received_on) == (100, actor.name, DAY)
    assert "amount" in made(FeeNoticeForm, state, amount="0").errors
    assert FeeNoticeForm.probe(state, DAY).amount == 1


def test_payment_and_lapse(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    assert made(FeePaidForm, state, words="").event(office.actor("handler")).kind is Kind.FEE_PAID
    assert made(FeeLapsedForm, state, words="").event(office.actor("handler")).kind is Kind.FEE_LAPSED
