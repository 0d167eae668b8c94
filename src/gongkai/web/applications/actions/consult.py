"""Asking somebody for an opinion: the entry, and who is asked, sealed beside it, in one transaction."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Application, Consulted
from gongkai.web.rights.actor import Actor

if TYPE_CHECKING:
    from gongkai.web.applications.forms.asking import ConsultForm


def consult(actor: Actor, application: Application, form: ConsultForm, now: dt.datetime) -> CaseState:
    """Enter the consultation and keep who is asked. Raises as :func:`enter` does."""
    with transaction.atomic():
        state = enter(actor, application, form.event(actor), form.seen_position, now, **form.own())
        row = Consulted(organ=application.organ, application=application, key=form.key)
        row.to = form.cleaned_data["to"]
        row.about = form.cleaned_data["about"]
        row.seal("name", form.cleaned_data["name"].strip())
        row.seal("address", form.cleaned_data["address"].strip())
        row.save(force_insert=True)
    return state
