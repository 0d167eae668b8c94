"""What is remarked with an entry shows in the timeline and stands in no row of the ledger."""

from __future__ import annotations

from gongkai.statute.events import Event, Kind
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import rows_of, state_of
from gongkai.web.applications.models import Remark
from gongkai.web.applications.remarks import keep, remarks_of
from gongkai.web.applications.timeline import timeline
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office

SAID = "致电申请人子丑，同意补充"


def test_beside_the_ledger(office: Office) -> None:
    one, _ = filed(office)
    actor, seen = office.actor("handler"), state_of(one, DAY).position
    enter(actor, one, Event(Kind.REASONS_REQUESTED, DAY), seen, at(DAY), words=SAID)
    last = rows_of(one)[-1]
    assert SAID not in str(last.data)
    assert "words" not in last.data
    assert remarks_of(one) == {last.position: SAID}
    assert timeline(state_of(one, DAY))[-1].remark == SAID


def test_nothing_said_nothing_kept(office: Office) -> None:
    one, _ = filed(office)
    keep(one, 1, "")
    keep(one, 1, None)
    assert not Remark.objects.for_organ(office.organ).exists()
