"""Units: added, renamed, dissolved when empty."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.people.actions.units import add_unit, change_unit, dissolve_unit
from gongkai.web.people.models import Unit
from gongkai.web.rights.actor import Forbidden
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)


def test_a_unit_lives_and_ends(office: Office) -> None:
    actor, now = office.actor("system_administrator"), timezone.now()
    row = add_unit(actor, office.organ, now, name=" 法制科 ", since=DAY)
    change_unit(actor, row, now, name="法治科", position=3)
    assert str(Unit.objects.get(pk=row.pk)) == "法治科"
    dissolve_unit(actor, row, DAY + dt.timedelta(30), now)
    assert not Unit.objects.for_organ(office.organ).on(DAY + dt.timedelta(30)).filter(pk=row.pk).exists()
    assert add_unit(actor, office.organ, now, name="法治科", since=DAY + dt.timedelta(30))


def test_a_name_stands_once(office: Office, other_office: Office) -> None:
    actor, now = office.actor("system_administrator"), timezone.now()
    add_unit(actor, office.organ, now, name="法制科", since=DAY)
    with pytest.raises(ValidationError, match="已经有“法制科”"):
        add_unit(actor, office.organ, now, name="法制科", since=DAY)
    other = add_unit(actor, office.organ, now, name="办公科", since=DAY)
    with pytest.raises(ValidationError, match="已经有“法制科”"):
        change_unit(actor, other, now, name="法制科")
    add_unit(other_office.actor("system_administrator"), other_office.organ, now, name="法制科", since=DAY)


def test_not_while_people_work_there(office: Office) -> None:
    office.person("handler")
    with pytest.raises(ValidationError, match="还有2人"):
        dissolve_unit(office.actor("system_administrator"), office.unit, timezone.localdate(), timezone.now())


def test_who_may_not(office: Office, other_office: Office) -> None:
    now = timezone.now()
    with pytest.raises(Forbidden):
        add_unit(office.actor("handler"), office.organ, now, name="甲", since=DAY)
    with pytest.raises(Forbidden):
        change_unit(office.actor("system_administrator"), other_office.unit, now, name="甲")
    with pytest.raises(Forbidden):
        dissolve_unit(office.actor("system_administrator"), other_office.unit, DAY, now)
