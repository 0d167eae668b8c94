"""The set-up walk of a new organ: ten steps, each with what is still missing, computed from what is there.

Nothing is noted of how far somebody got: a step is done when nothing is missing, so the walk can be left and
taken up again
by anybody, on any day, and also tells later when something has lapsed (the last publisher has left, say).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from gongkai.web.organs.models import RELATIONS, DisclosureOffice, Officer, Organ, OrganRelation, RemedyBody
from gongkai.web.organs.models.persons import DUTIES
from gongkai.web.organs.telling import bodies_of, contact_of, words_of
from gongkai.web.people.models import Person, RoleGrant, SecondFactor, Unit
from gongkai.web.rights.roles import roles

NEEDED_RELATIONS = ("competent", "government")
NEEDED_DUTIES = ("group_head", "in_charge", "office_head")
NEEDED_ROLES = (
    "handler", "reviewer", "secrecy_reviewer", "publisher", "office_head", "leader",
    "system_administrator", "security_administrator", "audit_administrator",
)  # fmt: skip
"""Roles without which an application or a publication cannot be brought to its end."""
LEAST_PEOPLE = 3
"""Author, reviewer and secrecy reviewer are three; the administrators come on top."""

Missing = Callable[[Organ, dt.date], list[str]]


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its title, where it is done, by whom (the right), what is still missing."""

    title: str
    address: str
    right: str
    who: str
    missing: Missing


@dataclass(frozen=True, slots=True)
class Stand:
    """A step on a day: what is missing, whether this actor can do it himself."""

    step: Step
    missing: list[str]
    mine: bool


def _facts(organ: Organ, day: dt.date) -> list[str]:
    fields = ("region", "credit_code", "document_mark")
    out = [words_of(Organ, name) for name in fields if not getattr(organ, name)]
    return out if organ.has_own_site or organ.hosted_on else [*out, "本机关网站或者所依托的政府网站"]


def _relations(organ: Organ, day: dt.date) -> list[str]:
    there = set(OrganRelation.objects.for_organ(organ).on(day).values_list("kind", flat=True))
    if organ.kind.endswith("government"):
        there.add("government")
    return [RELATIONS[kind] for kind in NEEDED_RELATIONS if kind not in there]


def _office(organ: Organ, day: dt.date) -> list[str]:
    return [] if contact_of(organ, day) else [words_of(DisclosureOffice, "name")]


def _officers(organ: Organ, day: dt.date) -> list[str]:
    there = set(Officer.objects.for_organ(organ).on(day).values_list("duty", flat=True))
    return [DUTIES[duty] for duty in NEEDED_DUTIES if duty not in there]


def _courts(organ: Organ, day: dt.date) -> list[str]:
    out = []
    bodies = bodies_of(organ, day)
    kind = "intermediate_court" if bodies.intermediate_court else "court"
    if not RemedyBody.objects.for_organ(organ).on(day).filter(kind=kind).exists():
        out.append("有管辖权的人民法院")
    return out if bodies.bodies else [*out, "行政复议机关（这类机关须手工指定）"]


def _units(organ: Organ, day: dt.date) -> list[str]:
    return [] if Unit.objects.for_organ(organ).on(day).exists() else ["至少一个处室"]


def _people(organ: Organ, day: dt.date) -> list[str]:
    keys = [key for key, one in roles().items() if one.administrator]
    administrators = RoleGrant.objects.for_organ(organ).on(day).filter(role__in=keys).values("person")
    number = Person.objects.for_organ(organ).working(day).exclude(pk__in=administrators).count()
    return [] if number >= LEAST_PEOPLE else [f"管理员以外至少{LEAST_PEOPLE}人，现有{number}人"]


def _roles(organ: Organ, day: dt.date) -> list[str]:
    working = Person.objects.for_organ(organ).working(day)
    held = RoleGrant.objects.for_organ(organ).on(day).filter(person__in=working)
    there = set(held.values_list("role", flat=True))
    return [roles()[key].name for key in NEEDED_ROLES if key not in there]


def _second_factors(organ: Organ, day: dt.date) -> list[str]:
    if settings.SECOND_FACTOR == "optional":
        return []
    people = Person.objects.for_organ(organ).working(day)
    if settings.SECOND_FACTOR == "administrators":
        keys = [key for key, one in roles().items() if one.administrator]
        people = people.filter(
            pk__in=RoleGrant.objects.for_organ(organ).on(day).filter(role__in=keys).values("person")
        )
    bound = SecondFactor.objects.for_organ(organ).confirmed().values("person")
    number = people.exclude(pk__in=bound).count()
    return [f"还有{number}人没有绑定，本人登录时办理"] if number else []


STEPS = (
    Step("核对机关基本情况", "/office/organ/change/", "organs.edit", "系统管理员", _facts),
    Step("登记主管部门和本级政府", "/office/organ/relations/", "organs.edit", "系统管理员", _relations),
    Step("登记工作机构和联系方式", "/office/organ/office/", "organs.edit", "系统管理员", _office),
    Step("登记领导小组和负责人", "/office/organ/officers/", "organs.edit", "系统管理员", _officers),
    Step("登记法院和复议机关", "/office/organ/courts/", "organs.edit", "系统管理员", _courts),
    Step("添加处室", "/office/units/", "people.edit", "系统管理员", _units),
    Step("添加人员", "/office/people/", "people.edit", "系统管理员", _people),
    Step("授予角色", "/office/people/", "people.grant", "安全管理员", _roles),
    Step("绑定动态口令", "/office/own/", "people.own", "每个人自己", _second_factors),
)
"""The steps in the order in which they are best done; the last step, looking at what letters will
say, has no facts.
"""


def standing(organ: Organ, day: dt.date, may: Callable[[str], Any]) -> list[Stand]:
    """How each step stands on a day, for an actor who ``may`` do what he may."""
    return [Stand(step, step.missing(organ, day), bool(may(step.right))) for step in STEPS]


def next_step(stands: list[Stand]) -> Stand | None:
    """The first step that is not done and that this actor can do; None where there is none."""
    return next((one for one in stands if one.missing and one.mine), None)
