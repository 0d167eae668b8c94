"""The panels of the work on a case: who handles it, its files, what was noted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.web.applications.actions.assign import HANDLER, may_assign
from gongkai.web.applications.actions.note import RIGHTS
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.files import subject_of
from gongkai.web.applications.forms.working import NoteForm
from gongkai.web.applications.models import Assignment, Note
from gongkai.web.applications.offers import Offer, register_offer
from gongkai.web.applications.panels import register_panel
from gongkai.web.applications.timeline import names_of
from gongkai.web.attachments import places
from gongkai.web.attachments.models import Attachment
from gongkai.web.rights.actor import Actor


def assignments(actor: Actor, state: CaseState) -> Mapping[str, Any]:
    """Who handles the case now, and who did before."""
    one = state.application
    rows = list(
        Assignment.objects.for_organ(one.organ_id)
        .filter(application=one)
        .select_related("unit", "person", "person__unit")
    )
    return {
        "now": sorted((row for row in rows if row.holds_on(state.on)), key=lambda row: row.duty != HANDLER),
        "before": [row for row in rows if row.until is not None and row.since < row.until <= state.on],
        "may_assign": may_assign(actor, one, state.on),
    }


def files(actor: Actor, state: CaseState) -> Mapping[str, Any]:
    """The files of the case."""
    subject = subject_of(state.application)
    return {
        "subject": subject,
        "files": Attachment.objects.for_organ(state.application.organ_id).of(subject),
        "may_add": places.may_add(actor, subject),
    }


def notes(actor: Actor, state: CaseState) -> Mapping[str, Any]:
    """What was noted, and the form for another."""
    one = state.application
    rows = list(
        Note.objects.for_organ(one.organ_id)
        .filter(application=one)
        .select_related("adviser")
        .prefetch_related("to")
    )
    names = names_of(one.organ_id, (row.by for row in rows))
    may = any(actor.may(right) for rights in RIGHTS.values() for right in rights)
    return {
        "notes": [(row, names.get(row.by, "本机关人员")) for row in rows],
        "form": NoteForm(actor, one, state.on) if may else None,
    }


def _address(case: Any) -> str:
    return case_address(case, "assignments")


def register() -> None:
    """Make the panels known, and the offer to assign."""
    register_panel("assignments", 30, "applications/panels/assignments.html", assignments)
    register_panel("files", 60, "applications/panels/files.html", files)
    register_panel("notes", 70, "applications/panels/notes.html", notes)
    register_offer(
        Offer(
            "assign",
            "分办、转办、协办",
            "分工和记录",
            _address,
            "applications.handle",
            lambda state: "",
            10,
            only=lambda actor, state: may_assign(actor, state.application, state.on),
            who="工作机构负责人和现在的承办人",
        )
    )
