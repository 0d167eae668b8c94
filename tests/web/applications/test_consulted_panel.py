"""Who is asked is told by number and capacity; the name is not on the page."""

from __future__ import annotations

from gongkai.web.applications.actions.consult import consult
from gongkai.web.applications.actions.look import look
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.consulted_panel import context, register
from gongkai.web.applications.forms.asking import ConsultForm
from gongkai.web.applications.panels import panels
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office

THIRD = "第三方寅卯公司"


def test_the_panel_and_the_look(office: Office) -> None:
    register()
    assert "consulted" in {one.key for one in panels()}
    one, _ = filed(office)
    actor = office.actor("handler")
    assert context(actor, state_of(one, DAY)) is None
    form = made(
        ConsultForm, state_of(one, DAY), to="third_party", name=THIRD, address="某路1号", about="合同"
    )
    consult(actor, one, form, at(DAY))  # type: ignore[arg-type]
    found = context(actor, state_of(one, DAY))
    assert found
    assert THIRD not in str(vars(found["rows"][0]))
    assert ("第三方（编号1）", f"{THIRD}，某路1号") in look(actor, one, at(DAY))
