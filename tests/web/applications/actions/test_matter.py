"""The name of the matter stands in lists at once."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.applications.actions.matter import name_matter
from gongkai.web.applications.models import Standing
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_lists_show_it(office: Office) -> None:
    one, _ = filed(office)
    name_matter(office.actor("handler"), one, " 预算公开 ", at(DAY))
    assert Standing.objects.for_organ(office.organ).get().matter == "预算公开"


def test_who_may_not_and_what_is_too_long(office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(Forbidden):
        name_matter(office.actor("reviewer"), one, "预算", at(DAY))
    with pytest.raises(ValidationError):
        name_matter(office.actor("handler"), one, "预" * 81, at(DAY))
