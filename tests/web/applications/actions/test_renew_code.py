"""A new code opens the case, the old one no longer."""

from __future__ import annotations

import pytest

from gongkai.web.applications.actions.renew_code import renew_code
from gongkai.web.applications.codes import code_hash
from gongkai.web.applications.models import Application
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office


def test_the_old_code_is_gone(office: Office) -> None:
    one, old = filed(office)
    new = renew_code(office.actor("handler"), one, at(DAY))
    assert Application.objects.by_code(code_hash(new)) == one
    assert Application.objects.by_code(code_hash(old)) is None
    with pytest.raises(Forbidden):
        renew_code(office.actor("reviewer"), one, at(DAY))
