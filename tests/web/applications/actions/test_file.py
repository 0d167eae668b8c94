"""Filing: a number without gaps, a code, one application however often the button is pressed; who asks is sealed."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from gongkai.statute.events import Channel
from gongkai.web.applications.actions.file import PRIVATE, Filing, citizen, file
from gongkai.web.applications.codes import code_hash
from gongkai.web.applications.models import Application
from gongkai.web.rights.actor import Forbidden
from gongkai.web.sealing.fields import indexes_of
from tests.web.applications.lives import DAY, NAME, NUMBER, PHONE, at, filed
from tests.web.offices import Office


def test_numbers_follow_each_other(office: Office, other_office: Office) -> None:
    assert [filed(office)[0].number for _ in range(3)] == ["2026-0001", "2026-0002", "2026-0003"]
    assert filed(other_office)[0].number == "2026-0001"


def test_the_code_finds_it(office: Office) -> None:
    one, code = filed(office)
    assert Application.objects.by_code(code_hash(code)) == one
    assert Application.objects.by_code("") is None
    assert code not in str(one.__dict__)


def test_pressed_twice(office: Office) -> None:
    """Security check C39."""
    first, code = filed(office, once_key="k")
    again, none = filed(office, once_key="k")
    assert (again, none) == (first, "")
    assert code
    assert Application.objects.for_organ(office.organ).count() == 1


def test_who_asks_is_sealed(office: Office) -> None:
    one, _ = filed(office)
    assert {"name", "document_number", "phone", "agent"} <= set(PRIVATE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM applications_application")
        stored = str(cursor.fetchall())
    for private in (NAME, NUMBER, PHONE):
        assert private not in stored
        assert private not in f"{one} {one.name} {one.phone!r}"
    assert one.opened("name") == NAME


def test_the_same_applicant_is_found_in_the_organ(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    filed(other_office)
    rows = Application.objects.for_organ(office.organ)
    assert list(rows.filter(name_index__in=indexes_of(NAME, "linxi-sfj"))) == [one]
    assert list(rows.filter(document_index__in=indexes_of(NUMBER, "linxi-sfj"))) == [one]


def test_a_citizen_may_only_file(office: Office) -> None:
    actor = citizen(office.organ)
    filing = Filing(Channel.INTERNET, DAY, "natural_person", {"name": NAME, "request": "甲"})
    one, code = file(actor, office.organ, filing, at(DAY))
    assert code
    assert one.filed_by == "citizen"
    assert actor.rights == {"applications.register"}


def test_who_may_not(office: Office, other_office: Office) -> None:
    filing = Filing(Channel.IN_PERSON, DAY, "natural_person", {"request": "甲"})
    for actor in (office.actor("reviewer"), other_office.actor("handler")):
        with pytest.raises(Forbidden):
            file(actor, office.organ, filing, at(DAY))


def test_an_unknown_column_files_nothing(office: Office) -> None:
    filing = Filing(Channel.IN_PERSON, DAY, "club", {"request": "甲"})
    with pytest.raises(ValidationError):
        file(office.actor("handler"), office.organ, filing, at(DAY))
    assert filed(office)[0].number == "2026-0001"
