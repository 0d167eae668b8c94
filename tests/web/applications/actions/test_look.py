"""Who asks is opened for those who handle the case, and each look leaves a line that names fields, not
values.
"""

from __future__ import annotations

import pytest

from gongkai.web.applications.actions.look import look
from gongkai.web.audit.models import AuditLine
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import DAY, NAME, NUMBER, PHONE, at, filed
from tests.web.offices import Office


def test_values_and_the_line(office: Office) -> None:
    one, _ = filed(office)
    assert look(office.actor("handler"), one, at(DAY)) == [
        ("姓名或者名称", NAME),
        ("证件号码", NUMBER),
        ("联系电话", PHONE),
    ]
    line = AuditLine.objects.filter(act="applications.look").get()
    assert NAME not in str(vars(line))
    assert line.data["fields"] == ["name", "document_number", "phone"]


@pytest.mark.parametrize("role", ["reviewer", "system_administrator", "publisher"])
def test_not_for_others(office: Office, role: str) -> None:
    one, _ = filed(office)
    with pytest.raises(Forbidden):
        look(office.actor(role), one, at(DAY))


def test_not_of_another_organ(office: Office, other_office: Office) -> None:
    one, _ = filed(office)
    with pytest.raises(Forbidden):
        look(other_office.actor("handler"), one, at(DAY))
