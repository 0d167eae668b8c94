"""The panel of what belongs together with a case, and the acts of the intake that a case page offers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gongkai.ledger.transitions import STAGE_WORDS, Stage
from gongkai.statute.events import Channel
from gongkai.web.applications.actions import split, void_double
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.kin import RECENT, ordinal, same_applicant
from gongkai.web.applications.models import Application, ApplicationRow, Standing
from gongkai.web.applications.offers import Offer, register_offer
from gongkai.web.applications.panels import register_panel
from gongkai.web.applications.proposing import row_words
from gongkai.web.applications.standing import OPEN
from gongkai.web.applications.urgency import UNCONFIRMED
from gongkai.web.organs.options import register_option
from gongkai.web.rights.actor import Actor


def context(actor: Actor, state: CaseState) -> Mapping[str, Any] | None:
    """What the panel shows; nothing for a case whose standing is not written yet."""
    one = state.application
    standing = Standing.objects.for_organ(one.organ_id).filter(application=one).first()
    if standing is None:
        return None
    mine = same_applicant(one)
    sure = [each for each in mine if each.sure]
    return {
        "mine": len(sure),
        "unsure": len(mine) - len(sure),
        "ordinal": ordinal(one, standing, mine),
        "whole": state.case.split_from,
        "parts": parts_of(one),
        "lead": state.case.together_with,
        "followers": followers(one),
        "oral": one.channel == Channel.ORAL,
        "may_open": actor.may("applications.open"),
        "may_part": actor.may("applications.handle") and state.stage in OPEN,
    }


def parts_of(whole: Application) -> list[str]:
    """The numbers of the cases that were split off this one."""
    rows = ApplicationRow.objects.for_organ(whole.organ_id)
    found = rows.filter(position=1, on=whole.filed_on, data__split_from=whole.number)
    # Sorted here: for an order by subject SQLite would walk through every row of the organ.
    return sorted(found.order_by().values_list("subject", flat=True))


def followers(lead: Application) -> list[dict[str, str]]:
    """The cases that are handled together with this one, each with where it stands."""
    # Sorted below: for an order by number SQLite would walk through every standing of the organ.
    rows = Standing.objects.for_organ(lead.organ_id).filter(together_with=lead.number).order_by()
    return [
        {"number": row.number, "standing": row_words(row.row) if row.row else STAGE_WORDS[Stage(row.stage)]}
        for row in sorted(rows, key=lambda row: row.number)
    ]


def _open_only(state: CaseState) -> str | None:
    return "" if state.stage in OPEN else None


def _unconfirmed(state: CaseState) -> str | None:
    return "" if state.stage in UNCONFIRMED else None


def _early(why_not: Callable[[CaseState], str]) -> Callable[[CaseState], str | None]:
    return lambda state: why_not(state) if state.stage in OPEN else None


ACTS = (
    ("receipt", "确认收到申请", "办理", "applications.register", _unconfirmed),
    ("attempts", "记录与申请人的联系", "分工和记录", "applications.register", _unconfirmed),
    ("parts", "拆分申请", "办理", "applications.handle", _early(split.why_not)),
    ("together", "合并办理", "办理", "applications.handle", _open_only),
    ("double", "作为重复提交作废", "更正登记", "applications.approve", _early(void_double.why_not)),
    ("urging", "督办", "分工和记录", "applications.approve", _open_only),
    ("code", "补发查询码", "分工和记录", "applications.register", _open_only),
)
"""The acts of the intake: the last part of their address, words, group, right, and when."""


def register() -> None:
    """Make the panel and the acts known."""
    register_option("habits", RECENT)
    register_panel("kin", 70, "applications/panels/kin.html", context)
    for order, (key, words, group, right, when) in enumerate(ACTS):
        register_offer(Offer(key, words, group, _address(key), right, when, order))


def _address(key: str) -> Callable[[Application], str]:
    return lambda application: case_address(application, key)
