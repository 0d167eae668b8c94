"""Whom to tell: the handler, else who approves; everybody of a role, each once."""

from __future__ import annotations

from gongkai.web.applications.recipients import Recipients
from tests.web.applications.lives import DAY, filed
from tests.web.applications.test_handlers import assigned
from tests.web.offices import Office


def test_handler_or_head(office: Office) -> None:
    one, two = filed(office)[0], filed(office)[0]
    head, handler = office.person("office_head"), office.person("handler")
    assigned(office, one, handler)
    people = Recipients(office.organ, DAY)
    assert people.of(one.pk, ("handler",)) == [handler]
    assert people.of(two.pk, ("handler",)) == [head]
    assert people.of(one.pk, ("handler", "office_head", "office_head")) == [handler, head]
    assert people.of(one.pk, ("leader",)) == []
