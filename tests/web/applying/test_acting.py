"""The citizen as actor: the right of his act in his organ, and no other."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Kind
from gongkai.web.applying.acting import applicant
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import filed
from tests.web.offices import Office


def test_the_right_of_the_act_alone(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    actor = applicant(one, Kind.WITHDRAWN)
    actor.require("applications.handle", office.organ.pk)
    assert applicant(one).rights == frozenset()
    for right, organ in (("applications.approve", office.organ), ("applications.handle", other_office.organ)):
        with pytest.raises(Forbidden):
            actor.require(right, organ.pk)
