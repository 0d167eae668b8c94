"""A consultation is entered together with who is asked, sealed; neither without the other."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Kind
from gongkai.web.applications.actions.consult import consult
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.asking import ConsultForm
from gongkai.web.applications.models import ApplicationRow, Consulted
from gongkai.web.entries.row import Taken
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.offices import Office

THIRD = "第三方寅卯公司"


def test_both_in_one(office: Office) -> None:
    one, _ = filed(office)
    form = made(ConsultForm, state_of(one, DAY), to="third_party", name=THIRD, about="合同")
    state = consult(office.actor("handler"), one, form, at(DAY))  # type: ignore[arg-type]
    row = Consulted.objects.for_organ(office.organ).get()
    assert (row.key, row.to, row.opened("name")) == ("1", "third_party", THIRD)
    assert THIRD not in str(state.rows[-1].data)
    assert str(state.stage) == "consulting"


def test_neither_where_somebody_was_first(office: Office) -> None:
    one, _ = filed(office)
    form = made(ConsultForm, state_of(one, DAY), to="third_party", name=THIRD, about="合同")
    entered(office, one, Kind.EXTENDED, DAY, days=1, approved_by="某某")
    with pytest.raises(Taken):
        consult(office.actor("handler"), one, form, at(DAY))  # type: ignore[arg-type]
    assert not Consulted.objects.for_organ(office.organ).exists()
    assert ApplicationRow.objects.for_organ(office.organ).count() == 2
