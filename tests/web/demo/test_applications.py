"""The year of the demonstration: its figures are those that were published; it uses every row, channel and kind of entry."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.ledger.outcomes import ROWS
from gongkai.statute.events import Channel, Kind
from gongkai.tables.applications import build
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.ledger import entries_of
from gongkai.web.applications.models import Application, ApplicationRow, Note, Standing
from gongkai.web.demo import applications, organs, people
from gongkai.web.demo.world import INVENTED, World
from gongkai.web.organs.models import Organ
from tests.ledger.years import unbalanced


@pytest.fixture
def built(db: None, own_keys: Any) -> World:
    """The demonstration with its applications, built on a working day."""
    world = World(dt.datetime(2026, 3, 18, 2, tzinfo=dt.UTC), dt.date(2026, 3, 18))
    for subject in (organs, people, applications):
        subject.add(world)
    return world


def table(world: World, code: str, year: int = 2024) -> Any:
    rows = ApplicationRow.objects.for_organ(Organ.objects.get(code=code)).order_by("subject", "position")
    return build(list(entries_of(rows)), year)


def test_the_corps_bureau_has_the_figures_of_its_report(built: World) -> None:
    """Seed row S0-03: two natural persons, both disclosed, nothing else; the printed totals of 0 are wrong."""
    made = table(built, "bt-sfj")
    not_zero = {at: value for at, value in made.cells.items() if value not in (0, "0")}
    assert not_zero == {
        ("newly_received", "natural_person"): 2, ("newly_received", "total"): 2,
        ("disclosed", "natural_person"): 2, ("disclosed", "total"): 2,
        ("total_outcomes", "natural_person"): 2, ("total_outcomes", "total"): 2,
    }  # fmt: skip
    organ = Organ.objects.get(code="bt-sfj")
    assert list(Standing.objects.for_organ(organ).values_list("timely", flat=True)) == [True, True]
    assert Note.objects.for_organ(organ).filter(kind="contact").count() == 2


@pytest.mark.parametrize("code", ["em-sfj", "xq-sfj", "zh-sfj"])
def test_the_others_had_none(built: World, code: str) -> None:
    assert set(table(built, code).cells.values()) <= {0, "0"}


def test_the_invented_year_uses_everything(built: World) -> None:
    made = table(built, INVENTED)
    assert made.refusals == ()
    assert unbalanced(made) == []
    assert {row for row in ROWS if made.cells[(row, "total")] == 0} == set()
    rows = ApplicationRow.objects.for_organ(Organ.objects.get(code=INVENTED))
    used = {row.kind for row in rows}
    assert set(map(str, Kind)) - used <= {"voided", "deferred", "third_party_notified", "joined", "parted"}
    assert {row.data["channel"] for row in rows if row.kind == "submitted"} == set(map(str, Channel))


def test_the_desk_has_something_of_each_kind(built: World) -> None:
    organ = Organ.objects.get(code=INVENTED)
    stages = [
        str(state_of(case, built.today).stage)
        for case in Application.objects.for_organ(organ).filter(filed_on__year=2026)
    ]
    assert len(stages) == len(applications.OPEN)
    assert {"confirming", "processing", "correction_pending", "consulting"} <= set(stages)
