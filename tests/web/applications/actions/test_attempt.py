"""Each try to reach the applicant is kept; an empty one says nothing."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Channel
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.attempt import log_attempt
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_it_is_kept(office: Office) -> None:
    one, _ = filed(office, Channel.PLAIN_MAIL)
    note = log_attempt(office.actor("handler"), one, DAY, "电话无人接听", at(DAY))
    assert (note.kind, note.on, note.text) == ("contact", DAY, "电话无人接听")
    with pytest.raises(NotAllowed):
        log_attempt(office.actor("handler"), one, DAY, " ", at(DAY))
    with pytest.raises(Forbidden):
        log_attempt(office.actor("reviewer"), one, DAY, "电话", at(DAY))
