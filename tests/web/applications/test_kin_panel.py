"""The panel and the acts that a case page offers: each where the case allows it."""

from __future__ import annotations

from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.kin_panel import ACTS, context, parts_of
from gongkai.web.applications.models import Standing
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def offered(office: Office, channel: Channel, *kinds: Kind) -> set[str]:
    one, _ = filed(office, channel)
    for kind in kinds:
        entered(office, one, kind, DAY)
    state = state_of(one, DAY)
    return {key for key, _, _, _, when in ACTS if when(state) == ""}


def test_what_is_offered_when(office: Office) -> None:
    assert offered(office, Channel.INTERNET) == {key for key, *_ in ACTS}
    assert offered(office, Channel.IN_PERSON) == {key for key, *_ in ACTS} - {"receipt", "attempts"}
    assert offered(office, Channel.IN_PERSON, Kind.WITHDRAWN) == set()


def test_what_the_panel_counts(office: Office) -> None:
    one, _ = filed(office)
    filed(office)
    filed(office, values={"document_number": "", "phone": ""})
    found = context(office.actor("handler"), state_of(one, DAY))
    assert found is not None
    assert (found["mine"], found["unsure"], found["ordinal"].count) == (1, 1, 2)
    assert parts_of(one) == []
    Standing.objects.for_organ(office.organ).filter(application=one).delete()
    assert context(office.actor("handler"), state_of(one, DAY)) is None
