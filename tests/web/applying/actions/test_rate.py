"""A rating: after the end, once, with sealed words."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import state_of
from gongkai.web.applying.actions.rate import rate
from gongkai.web.applying.actions.withdraw import withdraw
from gongkai.web.applying.models import Rating
from tests.web.applying.citizens import confirmed
from tests.web.offices import Office


def test_once_after_the_end(office: Office) -> None:
    one, _ = confirmed(office)
    with pytest.raises(NotAllowed, match="答复以后"):
        rate(one, 5, "", timezone.now())
    withdraw(one, "", state_of(one, timezone.localdate()).position, timezone.now())
    with pytest.raises(NotAllowed, match="选择"):
        rate(one, 6, "", timezone.now())
    found = rate(one, 4, "办得不错", timezone.now())
    assert found.opened("words") == "办得不错"
    with pytest.raises(NotAllowed, match="不能重复"):
        rate(one, 1, "", timezone.now())
    assert Rating.objects.for_organ(office.organ).get().score == 4
