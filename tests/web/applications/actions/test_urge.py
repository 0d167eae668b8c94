"""Urging: kept, and told to who handles the case, at once."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.urge import URGED, urge
from gongkai.web.applications.models import Urging
from gongkai.web.notices.models import Notice
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, entered, filed
from tests.web.applications.test_handlers import assigned
from tests.web.offices import Office


def test_it_is_kept_and_told(office: Office) -> None:
    one, _ = filed(office)
    assigned(office, one, office.person("handler"))
    row = urge(office.actor("leader"), one, " 本周内答复 ", at(DAY))
    assert (row.text, row.on) == ("本周内答复", DAY)
    notice = Notice.objects.for_organ(office.organ).get()
    assert (notice.kind, notice.person) == (URGED, office.person("handler"))


def test_what_is_not_urged(office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(Forbidden):
        urge(office.actor("handler"), one, "快", at(DAY))
    with pytest.raises(NotAllowed, match="督办要求"):
        urge(office.actor("office_head"), one, " ", at(DAY))
    entered(office, one, Kind.WITHDRAWN, DAY)
    with pytest.raises(NotAllowed, match="不需要督办"):
        urge(office.actor("office_head"), one, "快", at(DAY))
    assert not Urging.objects.for_organ(office.organ).exists()
