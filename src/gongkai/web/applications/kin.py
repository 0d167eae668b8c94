"""Applications that belong together: the same applicant, the same matter; which one of the month this is.

Nothing private is opened for it: equal names, numbers and telephones have equal blind indexes. An equal name
alone is told, but counts nobody as the same person.

Source: 条例 arts. 35 (数量、频次), 36 (六) (重复申请), 44 (多个申请人); 国办函〔2020〕109号 art. 4
(calendar month).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from gongkai.ledger.transitions import Stage
from gongkai.statute.settings import Point
from gongkai.web.applications.models import Application, Standing
from gongkai.web.organs.choosing import number_on

RECENT = Point(
    "",
    "likeness.recent",
    300,
    "HABIT",
    "在最近多少件申请里查找相近的申请",
    "多了查找变慢。",
    low=50,
    high=2000,
)
"""How many of the latest applications are read for texts that are alike: an option of the organ."""
ALIKE = 0.6
"""The share of pairs of letters that two texts have in common to be told as alike: no rule of law."""
MONTHS = 12
"""Calendar months that a frequency sheet covers."""


@dataclass(frozen=True, slots=True)
class Kin:
    """Another application, why it is told, and whether that is sure."""

    standing: Standing
    why: str
    sure: bool

    @property
    def day(self) -> dt.date:
        """The day by which it is counted: of receipt, else of filing."""
        return counted_on(self.standing)


def counted_on(one: Standing) -> dt.date:
    """The day of receipt; of the filing while that is not confirmed."""
    return one.received_on or one.filed_on or dt.date.min


def _standings(application: Application, applications: QuerySet[Application] | list[UUID]) -> list[Standing]:
    rows = Standing.objects.for_organ(application.organ_id).exclude(stage=str(Stage.NONE))
    found = rows.filter(application__in=applications).exclude(application=application)
    # Sorted here: for an order by number SQLite would walk through every standing of the organ.
    return sorted(found.select_related("application").order_by(), key=lambda one: one.number, reverse=True)


def same_applicant(application: Application) -> list[Kin]:
    """The other applications of the same applicant, the latest first; those of an equal name are marked."""
    rows = Application.objects.for_organ(application.organ_id).order_by()
    # Each by its index: asked with "or", SQLite walks through every application of the organ.
    asked = {name: getattr(application, name) for name in ("document_index", "name_index")}
    alike = [
        rows.filter(**{name: value}).values_list("pk", flat=True) for name, value in asked.items() if value
    ]
    mine = list(alike[0].union(*alike[1:])) if alike else []
    found = (_kin(application, one) for one in _standings(application, mine))
    return [one for one in found if one is not None]


def _kin(application: Application, standing: Standing) -> Kin | None:
    other: Application = standing.application
    mine, its = application.document_index, other.document_index
    if mine and mine == its:
        return Kin(standing, "证件号码相同", True)
    if mine and its:
        return None
    if application.phone_index and application.phone_index == other.phone_index:
        return Kin(standing, "姓名或者名称、联系电话相同", True)
    return Kin(standing, "姓名或者名称相同，证件号码没有登记，请核对", False)


def same_matter(application: Application) -> list[Kin]:
    """Applications of others for the same thing: an equal 文号, an equal matter, or a like text."""
    own = {one.standing.application_id for one in same_applicant(application) if one.sure}
    organ = application.organ_id
    most = number_on(organ, RECENT.name, application.filed_on)
    latest = Application.objects.for_organ(organ).order_by("-number").values("pk")[:most]
    recent = Application.objects.for_organ(organ).filter(pk__in=list(latest.values_list("pk", flat=True)))
    out = []
    for one in _standings(application, recent):
        why = _why_alike(application, one.application)
        if why and one.application_id not in own:
            out.append(Kin(one, why, not why.startswith("文字")))
    return out


def _why_alike(one: Application, other: Application) -> str:
    if one.record_ref and one.record_ref == other.record_ref:
        return "文号相同"
    if one.matter and one.matter == other.matter:
        return "事项相同"
    share = likeness(one.request, other.request)
    return f"文字相似（{share:.0%}）" if share >= ALIKE else ""


def likeness(one: str, other: str) -> float:
    """The share of pairs of neighbouring letters that two texts have in common, 0 to 1; blanks do not count.

    >>> likeness("决算表", "决算表 ")
    1.0
    >>> likeness("决算表", "许可证")
    0.0
    """
    a, b = (_pairs(text) for text in (one, other))
    both = a.total() + b.total()
    return 2 * (a & b).total() / both if both else 0.0


def _pairs(text: str) -> Counter[str]:
    bare = "".join(text.split())
    return Counter(bare[i : i + 2] for i in range(len(bare) - 1))


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Which one of the applicant's applications in a calendar month this is, and how many there are."""

    month: dt.date
    place: int
    count: int


def ordinal(application: Application, standing: Standing, kin: list[Kin]) -> Ordinal:
    """The place of an application in its month, by the day of receipt and then by the number."""
    day = counted_on(standing)
    month = day.replace(day=1)
    mine = (day, application.number)
    others = [(one.day, one.standing.number) for one in kin if one.sure and one.day.replace(day=1) == month]
    return Ordinal(month, sum(other < mine for other in others) + 1, len(others) + 1)


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often somebody applied: the applications of the last calendar months, and each month's count."""

    first: dt.date
    until: dt.date
    standings: tuple[Standing, ...]
    by_month: tuple[tuple[dt.date, int], ...]


def frequency(standing: Standing, kin: list[Kin], until: dt.date) -> Frequency:
    """The applications of the same applicant up to a day, the one asked about included; only sure ones."""
    months = [_months_before(until, back) for back in range(MONTHS - 1, -1, -1)]
    every = [standing, *(one.standing for one in kin if one.sure)]
    inside = sorted(
        (one for one in every if months[0] <= counted_on(one) <= until),
        key=lambda one: (counted_on(one), one.number),
    )
    counts = Counter(counted_on(one).replace(day=1) for one in inside)
    return Frequency(months[0], until, tuple(inside), tuple((month, counts[month]) for month in months))


def _months_before(day: dt.date, back: int) -> dt.date:
    years, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    return dt.date(years, month + 1, 1)
