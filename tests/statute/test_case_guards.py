"""The guards: where a case may stand, and the bounds of days."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.case_guards import A30, in_order, lapsed
from gongkai.statute.events import Event, Kind
from gongkai.values.errors import NotAllowed

DAY = dt.date(2026, 6, 22)


def test_a_period_lapses_on_the_day_after_its_last() -> None:
    lapsed(Event(Kind.CORRECTION_LAPSED, DAY + DAY.resolution), DAY, "补正", A30)
    with pytest.raises(NotAllowed, match="2026年6月22日为止，当日仍可补正"):
        lapsed(Event(Kind.CORRECTION_LAPSED, DAY), DAY, "补正", A30)
    with pytest.raises(NotAllowed, match="还没有起算"):
        lapsed(Event(Kind.CORRECTION_LAPSED, DAY), None, "补正", A30)


def test_nothing_arrives_or_ends_before_it_is_sent() -> None:
    in_order(Event(Kind.CORRECTION_NOTICE, DAY, notice_received_on=DAY, until=DAY), A30)
    for field in ("notice_received_on", "until"):
        with pytest.raises(NotAllowed, match="早于发出之日"):
            in_order(Event(Kind.CORRECTION_NOTICE, DAY, **{field: DAY - DAY.resolution}), A30)  # type: ignore[arg-type]
