"""信息发布稿: the list, writing and editing, submitting for review."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.web.attachments.models import Attachment
from gongkai.web.attachments.places import may_add
from gongkai.web.entries.row import Taken
from gongkai.web.pages.lists import Column, Listing
from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.actions.drafts import begin_draft, save_draft
from gongkai.web.review.actions.submitting import submit
from gongkai.web.review.draft_form import DraftForm
from gongkai.web.review.drafts import DRAFTS, KEY, content_of, latest_version
from gongkai.web.review.files import DRAFT
from gongkai.web.review.inbox import names_of
from gongkai.web.review.kinds import NoContent
from gongkai.web.review.ledger import latest
from gongkai.web.review.models import Draft, DraftVersion
from gongkai.web.review.showing import holds, names
from gongkai.web.rights.access import actor_of, allow, conflict, not_there
from gongkai.web.rights.actor import Actor

COLUMNS = (
    Column("title", "标题", sort="title", link=lambda d: f"/office/drafts/{d.pk}/"),
    Column("column", "拟发栏目", sort="column"),
    Column("saved_at", "最后保存", lambda d: _minute(d.saved_at), sort="saved_at"),
)


def _minute(at: dt.datetime) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


def drafts_of(actor: Actor) -> QuerySet[Any]:
    """The drafts of the actor's organ with what their latest version says."""
    newest = DraftVersion.objects.for_organ(actor.organ_id).filter(draft=OuterRef("pk")).order_by("-number")
    told = {name: Subquery(newest.values(name)[:1]) for name in ("title", "column", "saved_at")}
    rows: QuerySet[Any] = Draft.objects.for_organ(actor.organ_id).annotate(**told)
    return rows.order_by(F("saved_at").desc(), "pk")


@allow("review.read", "GET")
def drafts(request: HttpRequest) -> HttpResponse:
    """The list."""
    listing = Listing(
        "drafts",
        "信息发布稿",
        COLUMNS,
        drafts_of(actor_of(request)),
        search=("title",),
        empty="还没有信息发布稿。点“写新稿”开始。",
        order="-saved_at",
    )
    return listing.answer(request, "review/drafts.html")


@allow("review.submit", "GET", "POST")
def new(request: HttpRequest) -> HttpResponse:
    """Write a new one."""
    form = DraftForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = begin_draft(actor_of(request), timezone.now(), **form.values())
            messages.success(request, "已经保存。核对后请送审。")
            return redirect(f"/office/drafts/{made.pk}/")
        except ValidationError as error:
            form.take(error)
    status = 400 if request.method == "POST" else 200
    return render(request, "review/draft.html", {"form": form, "may_edit": True}, status=status)


@allow("review.read", "GET")
def draft(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """One draft: its text, to edit where one may, and where its review stands."""
    try:
        found = DRAFTS.draft(organ_of(actor_of(request)), str(draft_id))
    except NoContent:
        return not_there(request)
    return shown(request, found)


def shown(request: HttpRequest, found: Draft, form: DraftForm | None = None) -> HttpResponse:
    """The page of a draft; with a form that was refused, where there is one."""
    actor = actor_of(request)
    version, file = latest_version(found), latest(found.organ_id, KEY, str(found.pk))
    position, subject = file.position if file else 0, f"{DRAFT}/{found.pk}"
    context = {
        "form": form or DraftForm(initial=DraftForm.of(version, position)),
        "draft": found,
        "version": version,
        "content": content_of(version),
        "subject": subject,
        "files": Attachment.objects.for_organ(found.organ_id).of(subject),
        "may_add": may_add(actor, subject),
        "file": file,
        "under_review": bool(file and file.review.open),
        "may_edit": actor.may("review.submit"),
        "saved_by": names_of(found.organ_id, [version.saved_by]).get(version.saved_by, ""),
    }
    return render(request, "review/draft.html", context, status=400 if form else 200)


@allow("review.submit", "POST")
def version(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Save a draft as its next version."""
    actor = actor_of(request)
    try:
        found = DRAFTS.draft(organ_of(actor), str(draft_id))
    except NoContent:
        return not_there(request)
    form = DraftForm(request.POST)
    if not form.is_valid():
        return shown(request, found, form)
    try:
        seen, position = form.cleaned_data["version"] or 0, form.cleaned_data["position"] or 0
        save_draft(actor, found, seen, timezone.now(), position, **form.values())
    except Taken:
        file = latest(found.organ_id, KEY, str(found.pk))
        nobody = "这份稿件刚刚由别人保存过，您的修改没有保存。"
        return conflict(request, holds(file, names(found.organ_id, file)) if file else nobody)
    except ValidationError as error:
        form.take(error)
        return shown(request, found, form)
    messages.success(request, "已经保存。")
    return redirect(f"/office/drafts/{found.pk}/")


@allow("review.submit", "POST")
def submission(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Submit for review."""
    try:
        file = submit(actor_of(request), KEY, str(draft_id), timezone.now())
    except NoContent:
        return not_there(request)
    except (Taken, ValidationError) as error:
        words = error.messages[0] if isinstance(error, ValidationError) else "别人刚刚送审了这份稿件。"
        return conflict(request, words)
    messages.success(request, "已经送审。")
    return redirect(f"/office/review/{file.id}/")
