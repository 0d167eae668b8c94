"""Lists of people: all, unused accounts, the sheet of roles."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db.models import Max, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.values.dates import day_words
from gongkai.web.limits.trying import count
from gongkai.web.pages.lists import Choice, Column, Listing
from gongkai.web.pages.rows import organ_of
from gongkai.web.people.lockout import locked_now
from gongkai.web.people.models import Person, RoleGrant, Unit
from gongkai.web.people.policy import policy
from gongkai.web.rights.access import actor_of, allow
from gongkai.web.rights.roles import roles

PERSON = "/office/people/{}/"


def roles_in_words(person: Any) -> str:
    """The roles that the list has loaded with a person."""
    return "、".join(dict.fromkeys(one.role_name for one in person.held if one.role in roles()))


def _day(moment: dt.datetime | None) -> str:
    return timezone.localtime(moment).strftime("%Y-%m-%d %H:%M") if moment else "没有登录过"


COLUMNS = (
    Column("name", "姓名", sort="name", link=lambda p: PERSON.format(p.pk)),
    Column("login", "登录名", sort="login"),
    Column("unit", "处室", lambda p: p.unit.name if p.unit else "", sort="unit__name"),
    Column("post", "职务"),
    Column("roles", "角色", roles_in_words),
    Column("last", "最近登录", lambda p: _day(p.last), sort="last"),
    Column("left_on", "最后工作日", sort="left_on"),
)


def people_of(request: HttpRequest, day: dt.date) -> QuerySet[Person]:
    """The people of the organ with their unit, roles of that day and last sign-in."""
    organ = organ_of(request)
    held = Prefetch("grants", queryset=RoleGrant.objects.for_organ(organ).on(day), to_attr="held")
    rows: QuerySet[Person] = Person.objects.for_organ(organ)
    return rows.select_related("unit").prefetch_related(held).annotate(last=Max("sign_ins__began_at"))


def _counted(request: HttpRequest) -> None:
    if request.GET.get("export"):
        count("export", actor_of(request).id, timezone.now())


@allow("people.read", "GET")
def people(request: HttpRequest) -> HttpResponse:
    """Everybody of the organ."""
    _counted(request)
    today, organ = timezone.localdate(), organ_of(request)
    working = Q(left_on=None) | Q(left_on__gte=today)
    here = Choice(
        "here", "在岗", (("yes", "在岗"), ("no", "已离岗")), lambda v: working if v == "yes" else ~working
    )
    units = tuple((str(one.pk), one.name) for one in Unit.objects.for_organ(organ))
    unit = Choice("unit", "处室", units, lambda v: Q(unit_id=v))
    listing = Listing(
        "people", "人员", COLUMNS, people_of(request, today), search=("name", "login"), filters=(here, unit),
        empty="没有符合条件的人员。", order="login",
    )  # fmt: skip
    return listing.answer(request, "people/list.html")


@allow("people.read", "GET")
def unused(request: HttpRequest) -> HttpResponse:
    """Accounts that nobody has used for a long time: to be closed, or explained."""
    _counted(request)
    now, days = timezone.now(), policy().idle_days
    edge = now - dt.timedelta(days=days)
    rows = people_of(request, timezone.localdate(now))
    rows = rows.filter(Q(left_on=None) | Q(left_on__gte=timezone.localdate(now)))
    rows = rows.filter(Q(last__lt=edge) | Q(last=None, joined_on__lt=timezone.localdate(edge)))
    listing = Listing(
        "unused", "闲置账号", COLUMNS[:-1], rows, empty=f"没有{days}天以上未登录的账号。", order="last"
    )
    return listing.answer(request, "people/unused.html", days=days)


@allow("people.read", "GET")
def locked(request: HttpRequest) -> HttpResponse:
    """Accounts whose signing in is paused at this moment, and until when."""
    rows = list(Person.objects.for_organ(organ_of(request)))
    until = locked_now(rows, timezone.now())
    shown = [(one, until[one.login]) for one in rows if one.login in until]
    return render(request, "people/locked.html", {"locked": shown, "rules": policy()})


def _role_columns() -> list[Column]:
    def mark(key: str) -> Any:
        return lambda p: "√" if any(g.role == key and g.unit_id is None for g in p.held) else units(p, key)

    def units(person: Any, key: str) -> str:
        return "、".join(g.unit.name for g in person.held if g.role == key and g.unit)

    return [Column(key, one.name, mark(key)) for key, one in roles().items()]


@allow("people.read", "GET")
def sheet(request: HttpRequest) -> HttpResponse:
    """Who holds which role on a day, on one sheet: for the wall, for an inspection."""
    _counted(request)
    day = _asked_day(request)
    organ = organ_of(request)
    held = Prefetch(
        "grants", queryset=RoleGrant.objects.for_organ(organ).on(day).select_related("unit"), to_attr="held"
    )
    rows = Person.objects.for_organ(organ).working(day).prefetch_related(held).select_related("unit")
    columns = [COLUMNS[0], Column("unit", "处室", lambda p: p.unit.name if p.unit else "", sort="unit__name")]
    listing = Listing(
        "roles",
        f"人员角色表（{day_words(day)}）",
        [*columns, *_role_columns()],
        rows,
        empty="还没有人员。",
        order="unit",
    )
    return listing.answer(request, "people/sheet.html", day=day)


def _asked_day(request: HttpRequest) -> dt.date:
    try:
        return dt.date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        return timezone.localdate()
