"""The panel of what waits for approval and what was answered, and the offers to ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.forms import DateField

from gongkai.values.dates import day_words
from gongkai.web.applications.actions.approve import APPROVE, pending
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.entry_acts import ACTS, EntryAct, why_not
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.applications.models import Application, ApprovalRequest
from gongkai.web.applications.offers import Offer, register_offer
from gongkai.web.applications.panels import register_panel
from gongkai.web.applications.timeline import names_of
from gongkai.web.rights.actor import Actor


def matter_of(act: EntryAct) -> str:
    """What is asked for: 批准延长答复期限 is 延长答复期限."""
    return act.words.removeprefix("批准")


def asked_acts() -> Iterator[tuple[str, EntryAct]]:
    """The acts that need an approver, by the word in their address."""
    return ((key, act) for key, act in ACTS.items() if act.right == APPROVE)


def act_for(kind: str) -> tuple[str, EntryAct]:
    """The act of a kind of entry, with the word in its address."""
    return next((key, act) for key, act in asked_acts() if act.kind == kind)


def told(form: type[EntryForm], values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What was typed, by the labels of its fields."""
    labels = {"on": form.DAY, "words": form.REASON or "备注"}
    for name, text in values.items():
        field = form.base_fields[name]
        label = labels.get(name) or str(field.label or "")
        on = field.to_python(text) if isinstance(field, DateField) else None
        yield label, day_words(on) if on else text


def context(actor: Actor, state: CaseState) -> Mapping[str, Any] | None:
    """The requests of the case; None where nothing was ever asked."""
    application = state.application
    rows = list(ApprovalRequest.objects.for_organ(application.organ_id).filter(application=application))
    if not rows:
        return None
    waiting = {one.pk for one in pending(state)}
    names = names_of(application.organ_id, (one.by for one in rows))
    turned = names_of(application.organ_id, (one.turned_down_by for one in rows))
    out = []
    for one in rows:
        key, act = act_for(one.kind)
        out.append(
            {
                "one": one,
                "matter": matter_of(act),
                "values": list(told(act.form, one.values)),
                "by": names.get(one.by, "本机关人员"),
                "waits": one.pk in waiting,
                "turned_down_by": turned.get(one.turned_down_by, ""),
                "address": case_address(application, "approvals", key) + f"?request={one.pk}",
            }
        )
    return {"requests": out, "may_answer": actor.may(APPROVE)}


def _when(state: CaseState, act: EntryAct) -> str:
    found = why_not(state, act.form)
    if not found and any(one.kind == act.kind for one in pending(state)):
        return "已经提请，正在等待批准。"
    return found


def register() -> None:
    """Make the panel and the offers known; who approves is not offered to ask himself."""
    register_panel("approvals", 25, "applications/panels/approvals.html", context)
    for number, (key, act) in enumerate(asked_acts()):
        register_offer(
            Offer(
                key=f"ask-{key}",
                words=f"提请{matter_of(act)}",
                group=act.group,
                address=lambda case, key=key: case_address(case, "requests", key),  # type: ignore[misc]
                right="applications.handle",
                when=lambda state, act=act: _when(state, act),  # type: ignore[misc]
                order=50 + number,
                only=lambda actor, state: not actor.may(APPROVE),
                who="承办员",
            )
        )


def prefilled(application: Application, request_id: str) -> Mapping[str, str]:
    """What a request of this case holds, for the approver's form; empty for any other id."""
    rows = ApprovalRequest.objects.for_organ(application.organ_id).filter(application=application)
    found = next((one for one in rows if str(one.pk) == request_id), None)
    return found.values if found else {}
