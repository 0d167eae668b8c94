"""Taking back an entry that was a mistake: it stays to be seen, and what rests on it must be taken back
first.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.models import Application
from gongkai.web.rights.actor import Actor

if TYPE_CHECKING:
    from gongkai.web.applications.forms.ending import VoidedForm

ARTICLE = "《条例》第四十五条"


def void_entry(actor: Actor, application: Application, form: VoidedForm, now: dt.datetime) -> CaseState:
    """Take an entry back. Raises as :func:`enter` does, and where a later entry would no longer stand."""
    event = form.event(actor)
    with transaction.atomic():
        before = {one.ref for one in state_of(application, form.state.on).case.refusals}
        state = enter(actor, application, event, form.seen_position, now, **form.own())
        fallen = [one for one in state.case.refusals if one.ref not in before]
        if fallen:
            positions = "、".join(f"第{one.ref.position}条" for one in fallen)
            raise NotAllowed(
                f"第{event.of}条作废以后，{positions}就不能成立。请先作废{positions}，再作废这一条。", ARTICLE
            )
    return state
