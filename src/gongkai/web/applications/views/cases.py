"""The list of applications: number, matter, days, where each stands, with whom; nothing of who asks.

An exact name (of a person or an organisation) is found through its blind index; the page never says who.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from gongkai.ledger.transitions import STAGE_WORDS, Stage
from gongkai.tables.form import form
from gongkai.web.applications.handlers import assignments_on, handled_by
from gongkai.web.applications.models import Application, Standing
from gongkai.web.applications.models.application import APPLICANTS, CHANNELS
from gongkai.web.applications.standing import FIELDS, OPEN
from gongkai.web.applications.urgency import ANY_OPEN, WORDS, Horizon
from gongkai.web.organs.models import Organ
from gongkai.web.pages.lists import Choice, Column, Listing
from gongkai.web.pages.rows import organ_of
from gongkai.web.people.models import Person, Unit
from gongkai.web.rights.access import actor_of, allow
from gongkai.web.sealing.fields import indexes_of
from gongkai.web.workdays.door import calendar_for

APPLICATIONS = "/office/applications/"
OUTCOMES = {row.key: row.label for row in form("2021").table("applications").rows}
VOIDED = "已作废"


def address(number: str) -> str:
    """The page of a case."""
    return f"{APPLICATIONS}{number}/"


def stage_words(one: Standing) -> str:
    """The stage of a case; a voided one has none left."""
    return VOIDED if one.stage == Stage.NONE else STAGE_WORDS[Stage(one.stage)]


def outcome_words(one: Standing) -> str:
    """The row of the official table that a case has come to."""
    return OUTCOMES.get(one.row, "")


def handler_words(one: Standing) -> str:
    """Who handles it today."""
    first = next(iter(one.application.assignments.all()), None)
    if first is None:
        return "未分办" if one.stage in OPEN else ""
    unit = first.unit or (first.person.unit if first.person else None)
    return " ".join(str(part) for part in (unit, first.person) if part)


COLUMNS = (
    Column("number", "登记号", sort="number", link=lambda one: address(one.number)),
    Column("matter", "事项", lambda one: one.matter or "（未写明）"),
    Column("applicant", "申请人类别", lambda one: APPLICANTS.get(one.applicant, "")),
    Column("channel", "提交渠道", lambda one: CHANNELS.get(one.channel, "")),
    Column("filed_on", "提交日期", sort="filed_on"),
    Column("received_on", "收到日期", sort="received_on"),
    Column("stage", "办理环节", stage_words),
    Column("due", "答复期限", sort="due"),
    Column("handler", "承办", handler_words),
    Column("row", "办理结果", outcome_words),
    Column("closed_on", "办结日期"),
)


def filters_for(organ: Organ, today: dt.date) -> tuple[Choice, ...]:
    """The filters of an organ on that day."""
    horizon = Horizon.of(today, calendar_for(organ.region))
    units = Unit.objects.for_organ(organ).on(today).values_list("pk", "name")
    people = Person.objects.for_organ(organ).working(today).order_by("name").values_list("pk", "name")
    years = range(today.year, today.year - 5, -1)
    return (
        Choice("days", "期限", ((ANY_OPEN, "在办"), *WORDS.items()), horizon.query),
        Choice(
            "stage",
            "环节",
            tuple((str(s), w if s is not Stage.NONE else VOIDED) for s, w in STAGE_WORDS.items()),
            lambda v: Q(stage=v),
        ),
        Choice("row", "办理结果", tuple(OUTCOMES.items()), lambda v: Q(row=v)),
        Choice("applicant", "申请人类别", tuple(APPLICANTS.items()), lambda v: Q(applicant=v)),
        Choice("channel", "渠道", tuple(CHANNELS.items()), lambda v: Q(channel=v)),
        Choice("unit", "处室", _named(units), lambda v: handled_by(organ, today, unit=v)),
        Choice("person", "承办人", _named(people), lambda v: handled_by(organ, today, person=v)),
        Choice(
            "year",
            "提交年度",
            tuple((str(year), f"{year}年") for year in years),
            lambda v: Q(filed_on__range=(dt.date(int(v), 1, 1), dt.date(int(v), 12, 31))),
        ),
    )


def _named(rows: Any) -> tuple[tuple[str, str], ...]:
    return tuple((str(key), str(name)) for key, name in rows)


def by_name(organ: Organ, words: str) -> Q:
    """The applications of exactly this name, found without opening any."""
    hits = Application.objects.for_organ(organ).filter(name_index__in=indexes_of(words, organ.code))
    return Q(application__in=list(hits.order_by().values_list("pk", flat=True)))


def standings(organ: Organ, today: dt.date) -> QuerySet[Standing]:
    """The rows of lists, each with its handler's assignment of today, in a constant number of queries."""
    mine = assignments_on(organ, today).select_related("unit", "person__unit")
    own = (
        Standing.objects.for_organ(organ)
        .select_related("application")
        .only("organ", *FIELDS, "application__number")
    )
    rows: QuerySet[Standing] = own.prefetch_related(Prefetch("application__assignments", mine))
    return rows


@allow("applications.read", "GET")
def cases(request: HttpRequest) -> HttpResponse:
    """Every application of the organ."""
    organ, actor, today = organ_of(request), actor_of(request), timezone.localdate()
    listing = Listing(
        "applications",
        "依申请公开",
        COLUMNS,
        standings(organ, today),
        search=("number", "matter"),
        also=lambda words: by_name(organ, words),
        filters=filters_for(organ, today),
        empty="没有符合条件的申请。当面、来信、传真、电子邮件收到的申请从“登记申请”录入；网上提交的自动进入“待确认”。",
        order="-number",
    )
    return listing.answer(request, "applications/cases.html", may_register=actor.may("applications.register"))
