"""What was asked is open; who asks is covered, and only those who handle may open it."""

from __future__ import annotations

from gongkai.web.applications.asked_panel import context
from gongkai.web.applications.cases import state_of
from tests.web.applications.lives import DAY, NAME, PHONE, filed
from tests.web.offices import Office


def test_private_values_by_name_alone(office: Office) -> None:
    one, _ = filed(office)
    found = context(office.actor("handler"), state_of(one, DAY))
    assert found["covered"] == ["姓名或者名称", "证件号码", "联系电话"]
    assert NAME not in str(found)
    assert PHONE not in str(found)
    assert found["may_open"]
    assert not context(office.actor("reviewer"), state_of(one, DAY))["may_open"]
