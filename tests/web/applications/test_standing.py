"""The projection is what the fold says; it can be made anew, and a difference is told."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Standing
from gongkai.web.applications.standing import FIELDS, rebuild, refresh, values_of
from tests.web.applications.lives import DAY, entered, filed
from tests.web.offices import Office


def test_after_each_entry_it_is_the_folds(office: Office) -> None:
    one, _ = filed(office)
    for days, kind, more in (
        (1, Kind.CORRECTION_NOTICE, {"until": DAY + dt.timedelta(30)}),
        (9, Kind.CORRECTED, {}),
        (12, Kind.DECIDED, {"decision": "disclosed.supplied"}),
        (12, Kind.DISPATCHED, {}),
    ):
        day = DAY + dt.timedelta(days)
        entered(office, one, kind, day, **more)
        held = Standing.objects.for_organ(office.organ).get()
        assert {name: getattr(held, name) for name in FIELDS} == values_of(state_of(one, day))


def test_a_changed_row_is_told_and_mended(office: Office) -> None:
    one, _ = filed(office)
    list(rebuild())
    assert list(rebuild()) == []
    Standing.objects.for_organ(office.organ).update(stage="closed", due=None)
    assert [subject for subject, _ in rebuild()] == [f"linxi-sfj/{one.number}"]
    assert Standing.objects.for_organ(office.organ).get().stage == "processing"


def test_refreshing_as_of_a_day(office: Office) -> None:
    one, _ = filed(office)
    assert refresh(one, DAY) is False
    assert refresh(one, DAY + dt.timedelta(100)) is True
    assert Standing.objects.for_organ(office.organ).get().timely is False
