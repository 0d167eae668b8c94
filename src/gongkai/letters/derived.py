"""What a letter tells that nobody types: how it addresses its reader, statutory periods, the fee, last days.

Every figure comes from :mod:`gongkai.statute` for the day it belongs to.

Source: 政府信息公开条例 arts. 32, 34, 42; 国办函〔2020〕109号 arts. 3–5.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from gongkai.letters.document import Document, To
from gongkai.letters.telling import grounds, last_days
from gongkai.statute import exemptions
from gongkai.statute.facts import fact as on_file
from gongkai.statute.fees import Fee, Mode, charge
from gongkai.statute.parameters import value_on
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import FactsError, NotAllowed


def derived(
    document: Document,
    facts: Mapping[str, Any],
    on: dt.date,
    calendar: Calendar,
    settings: Settings,
) -> dict[str, Any]:
    """The computed facts for a document of day ``on``.

    Raises :class:`FactsError` where the decision is not one of the document's, or where no fee is due;
    :class:`NotAllowed` for an extension that is too long.
    """
    found: dict[str, Any] = {"today": on, "you": _you(document, facts)}
    found |= _decision(document, facts)
    _extension(facts, on)
    found["opinion_days"] = value_on("opinion_period", on).content["days"]
    if "material" in facts:
        found["material_count"] = len(facts["material"])
    if "fee_mode" in facts:
        found |= _fee(facts, on, settings)
    if "decision" in facts and "delivered_on" in facts:
        words = last_days(facts["decision"], facts["delivered_on"], grounds(facts), calendar, settings)
        found |= {"remedy_days": words} if words else {}
    return found


def _you(document: Document, facts: Mapping[str, Any]) -> str:
    """您 to a person, 你单位 to an organisation, 贵单位 to another organ."""
    if document.to is To.PEER:
        return "贵单位"
    kind = facts.get(f"{document.to}_kind", "natural_person")
    return "您" if kind == "natural_person" else "你单位"


def _decision(document: Document, facts: Mapping[str, Any]) -> dict[str, str]:
    """The decision of a letter that has but one; a wrong one is refused."""
    if not document.decisions:
        return {}
    given = facts.get("decision")
    if given is None:
        return {"decision": document.decisions[0]} if len(document.decisions) == 1 else {}
    _limb(given, facts)
    _third_party(given, facts)
    if given not in document.decisions:
        known = "、".join(document.decisions)
        raise FactsError(
            f"《{document.title}》（{document.id}）不用于处理决定“{given}”，只用于：{known}。请改选文书或者决定。",
            ("decision",),
        )
    return {}


def _limb(given: str, facts: Mapping[str, Any]) -> None:
    """Refuse a limb that the ground of this decision does not have."""
    limbs = next((one.limbs for one in exemptions.grounds() if one.key == given), ())
    if "limb" in facts and facts["limb"] not in limbs:
        known = "、".join(limbs) or "不分情形"
        raise FactsError(
            f"“{facts['limb']}”不是所选依据列举的情形，该依据的情形为：{known}。请改选情形或者决定。",
            ("limb",),
        )


def _third_party(given: str, facts: Mapping[str, Any]) -> None:
    """Refuse to withhold for a third party that objects without a reasonable ground (art. 32)."""
    unreasonable = facts.get("third_party_position") == "objects_unreasonably"
    if given == "withheld.third_party" and unreasonable:
        bar = on_file("third_party_objects_unreasonably")
        raise NotAllowed(f"{bar.barring}。请改按公开办理，并在提供信息之前书面告知第三方。", bar.article)


def _extension(facts: Mapping[str, Any], on: dt.date) -> None:
    """Refuse an extension beyond what the law gives."""
    limit = value_on("extension_limit", on)
    days = facts.get("extension_days")
    if days is not None and not 1 <= days <= limit.content["days"]:
        raise NotAllowed(
            f"延长答复期限不得超过{limit.content['days']}个工作日，现在是{days}个。请改正后重新生成。",
            limit.article,
        )


def _fee(facts: Mapping[str, Any], on: dt.date, settings: Settings) -> dict[str, Any]:
    """The fee of this application, with its steps."""
    mode = Mode(facts["fee_mode"])
    count = facts.get("fee_ordinal" if mode is Mode.PER_APPLICATION else "fee_pages")
    if count is None or "received_on" not in facts:
        return {}
    day = facts["received_on"]
    fee = charge(mode, day, nth=count, pages=count)
    if fee.amount == 0:
        raise FactsError(
            "按照标准这件申请不收取信息处理费，不发收费通知书，请核对件次或者页数。", ("fee_mode",)
        )
    return {
        "fee_amount": fee.amount,
        "fee_steps": _steps(fee),
        "fee_article": fee.article,
        "fee_restarts": bool(settings.of("fee.restart")),
        "payment_days": value_on("payment_period", on).content["days"],
    }


def _steps(fee: Fee) -> str:
    if fee.mode is Mode.PER_APPLICATION:
        return f"第{fee.steps[0].first}件，每件{fee.steps[0].rate}元"
    free = f"前{fee.free}页不收费；" if fee.free else ""
    return free + "；".join(
        f"第{step.first}页至第{step.last}页共{step.pieces}页，每页{step.rate}元，计{step.amount}元"
        if step.pieces > 1
        else f"第{step.first}页，{step.rate}元"
        for step in fee.steps
    )
