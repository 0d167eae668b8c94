"""不予公开的理由: the grounds of arts. 14–16, several results in one case, re-assessment.

A request of several items is split into cases of its own where it can be (一事一申请); where it is not, one
case has one result: partly disclosed as soon as anything is given out, otherwise the principal ground that
the handler chose (:func:`result_of`). What is withheld is looked at again from time to time
(:func:`reassess_on`).

>>> ground("withheld.deliberative").limbs
('讨论记录', '过程稿', '磋商信函', '请示报告')
>>> result_of(["disclosed.supplied", "unavailable.not_held.nonexistent"]).key
'partly_disclosed'

Source: 政府信息公开条例 arts. 14–18, 37; 国办公开办函〔2021〕30号 (a partly disclosed case counts only
there).
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gongkai.statute.decisions import DecisionKind, decision
from gongkai.statute.facts import fact
from gongkai.statute.parameters import value_on
from gongkai.statute.periods import months
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed

DISCLOSED = "disclosed"
PARTLY = "partly_disclosed"


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground for not disclosing: its article, its limbs, whether the organ may disclose all the same.

    ``key`` is the key of the decision kind that withholds on it; ``exceptions`` are facts that lift it.
    """

    key: str
    article: str
    discretion: bool
    limbs: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withheld:
    """An item of the register of what is withheld; ``reassessed_on`` is the last look, if there was one."""

    id: str
    ground: str
    decided_on: dt.date
    reassessed_on: dt.date | None = None


@cache
def grounds() -> tuple[Ground, ...]:
    """The grounds in the order of the Regulation."""
    text = files("gongkai.statute").joinpath("exemptions.toml").read_text(encoding="utf-8")
    return tuple(
        Ground(
            one["key"],
            one["article"],
            one["discretion"],
            tuple(one["limbs"]),
            tuple(one.get("exceptions", ())),
        )
        for one in tomllib.loads(text)["ground"]
    )


def ground(key: str) -> Ground:
    """The ground of that key; raises :class:`NotAllowed` where the Regulation has none."""
    for one in grounds():
        if one.key == key:
            return one
    known = "、".join(decision(one.key).title for one in grounds())
    raise NotAllowed(
        f"“{key}”不是条例规定的不予公开的理由，只能从下列理由中选择：{known}。",
        "《条例》第十四条至第十六条",
    )


def stands(key: str, limb: str, on_file: Collection[str] = ()) -> Ground:
    """The ground, if it may be relied on with this limb and these facts.

    Raises :class:`NotAllowed` where the limb is none of those that the article lists, or a fact lifts the
    ground.
    """
    one = ground(key)
    if limb not in one.limbs:
        raise NotAllowed(
            f"“{limb}”不是{one.article}列举的情形，请从“{'”“'.join(one.limbs)}”中选定一种。", one.article
        )
    for exception in one.exceptions:
        if exception in on_file:
            lifted = fact(exception)
            raise NotAllowed(f"不能以“{limb}”为由不公开：{lifted.barring}。", lifted.article)
    return one


def result_of(
    results: Sequence[str], principal: str | None = None, settings: Settings | None = None
) -> DecisionKind:
    """The one kind of a case that was not split, from the kinds of its parts (setting ``mixed.unsplit``).

    ``principal`` is the handler's choice where nothing is given out and the grounds differ. Raises
    :class:`NotAllowed` where there is no part, or that choice is missing or none of the parts'.
    """
    found = list(dict.fromkeys(decision(key) for key in results))
    if not found:
        raise NotAllowed("这件申请还没有任何处理结果，请至少登记一项。", "《条例》第三十六条")
    if len(found) == 1:
        return found[0]
    chosen = next((kind for kind in found if kind.key == principal), None)
    rows = {kind.row for kind in found}
    by_handler = (settings or Settings.default()).of("mixed.unsplit") == "principal"
    if rows & {DISCLOSED, PARTLY} and not by_handler:
        return (chosen or found[0]) if rows == {DISCLOSED} else decision(PARTLY)
    if chosen is not None:
        return chosen
    titles = "、".join(kind.title for kind in found)
    raise NotAllowed(
        f"这件申请有几种不同的处理结果（{titles}），请由承办人从中选定主要的一种，或者先按一事一申请拆分。",
        "国办公开办函〔2021〕30号",
    )


def rows_of(results: Iterable[str]) -> Counter[str]:
    """The rows of the official form for a request that was split: each part is a case of its own."""
    return Counter(decision(key).row for key in results)


def reassess_on(item: Withheld, calendar: Calendar, interval: int | None = None) -> dt.date:
    """The day by which a withheld item is to be looked at again: so many months after the last look.

    The Regulation asks for it "periodically" and sets no interval: ``interval`` is the organ's own (months),
    else the default of ``parameters/reassessment.toml``. The day is not moved off a rest day.
    """
    since = item.reassessed_on or item.decided_on
    count = interval or value_on("reassessment", since).content["months"]
    return months(since, count, calendar, roll=False)


def due_for_reassessment(
    items: Iterable[Withheld], on: dt.date, calendar: Calendar, interval: int | None = None
) -> tuple[Withheld, ...]:
    """The items whose day has come by ``on``, the longest waiting first."""
    days = {item: reassess_on(item, calendar, interval) for item in items}
    return tuple(sorted((item for item in days if days[item] <= on), key=lambda item: (days[item], item.id)))
