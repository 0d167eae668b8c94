"""The organs hold by our own rules; what is invented says so."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.working_days import Calendar
from gongkai.web.demo import organs
from gongkai.web.demo.world import INVENTED, World
from gongkai.web.organs.models import DisclosureOffice, Organ, OrganRelation


@pytest.mark.django_db
def test_five_and_one_of_them_invented() -> None:
    now = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    organs.add(World(now, now.date()))
    assert {one.code for one in Organ.objects.all() if "示例" in one.name} == {INVENTED}
    for one in Organ.objects.all():
        one.full_clean(exclude=["code"])
    invented = Organ.objects.get(code=INVENTED)
    assert OrganRelation.objects.for_organ(invented).count() == 3
    assert DisclosureOffice.objects.for_organ(invented).get().phone.startswith("0000")


def test_the_regions_are_those_of_the_calendar() -> None:
    with_days = {
        code for code, one in organs.ORGANS.items() if Calendar.national().with_region(one["region"]).region
    }
    assert with_days == {"bt-sfj", "em-sfj", "xq-sfj"}
