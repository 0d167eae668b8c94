"""The fee of a case: what was told, paid and given back; and what it would be, step by step.

Source: 国办函〔2020〕109号; gongkai.statute.fees.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.statute.events import Kind
from gongkai.web.applications.actions import receipt
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Application, Refund
from gongkai.web.applications.offers import Offer, register_offer
from gongkai.web.applications.on_file import events_of
from gongkai.web.applications.panels import register_panel
from gongkai.web.applications.timeline import names_of
from gongkai.web.rights.actor import Actor


def paid(state: CaseState) -> int:
    """The 元 that were paid: the amount of the notice once there is a payment."""
    if not events_of(state, Kind.FEE_PAID):
        return 0
    return sum(event.amount or 0 for event in events_of(state, Kind.FEE_NOTICE))


def refunds(application: Application) -> list[Refund]:
    """What was given back."""
    return list(Refund.objects.for_organ(application.organ_id).filter(application=application))


def left(state: CaseState) -> int:
    """The 元 that were paid and not given back."""
    return paid(state) - sum(one.amount for one in refunds(state.application))


def context(actor: Actor, state: CaseState) -> Mapping[str, Any] | None:
    """What the panel shows; None where nothing was charged."""
    told = events_of(state, Kind.FEE_NOTICE)
    if not told:
        return None
    back = refunds(state.application)
    names = names_of(state.application.organ_id, (one.by for one in back))
    return {
        "notices": told,
        "payments": events_of(state, Kind.FEE_PAID),
        "paid": paid(state),
        "refunds": [(one, names.get(one.by, "本机关人员")) for one in back],
    }


def why_no_refund(state: CaseState) -> str | None:
    """Why nothing can be given back; None where nothing was ever paid."""
    if not paid(state):
        return None
    return "" if left(state) > 0 else "已经全部退还。"


def _below(part: str) -> Any:
    return lambda case: case_address(case, part)


def register() -> None:
    """Make the panel and the acts about the fee known, and the receipt of a notice."""
    register_panel("fee", 45, "applications/panels/fee.html", context)
    register_offer(
        Offer(
            "fee-estimate", "测算收费", "收费", _below("fee"), "applications.read",
            lambda state: None if state.ended else "", 1,
        )
    )  # fmt: skip
    register_offer(
        Offer("refund", "登记退费", "收费", _below("refund"), "applications.approve", why_no_refund, 90)
    )
    register_offer(
        Offer(
            "notice-receipt", "补记通知送达日期", "办理", _below("notice-receipt"), "applications.handle",
            receipt.why_not, 1,
        )
    )  # fmt: skip
