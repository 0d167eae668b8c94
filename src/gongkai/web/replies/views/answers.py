"""答复选登 in the office: drafts that came of cases, what is found in them, releasing and withdrawing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.entries.row import Taken
from gongkai.web.organs.models import Organ
from gongkai.web.pages.lists import Column, Listing
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.replies.actions.publish import personal_data, publish, withdraw
from gongkai.web.replies.forms import ReasonForm, ReleaseForm
from gongkai.web.replies.models import PURPOSES, Answer, CaseDraft
from gongkai.web.review.core.gate import missing
from gongkai.web.review.drafts import KEY, latest_version
from gongkai.web.review.ledger import latest
from gongkai.web.review.models import DraftVersion
from gongkai.web.rights.access import actor_of, allow, conflict

ANSWERS = "/office/answers/"
CHANGED = "这份稿件刚刚有新的签署或者改动，您看到的不是最新情况，没有发布。"


def drafts_of(organ: Organ) -> QuerySet[Any]:
    """The drafts of cases of an organ, each with its ``title`` now and whether it ``is_out`` or was
    (``was_out``).
    """
    newest = DraftVersion.objects.for_organ(organ).filter(draft=OuterRef("draft")).order_by("-number")
    answers = Answer.objects.for_organ(organ).filter(source=OuterRef("pk"))
    rows = CaseDraft.objects.for_organ(organ).select_related("application")
    told: QuerySet[Any] = rows.annotate(
        title=Subquery(newest.values("title")[:1]),
        was_out=Exists(answers),
        is_out=Exists(answers.filter(withdrawn_at=None)),
    )
    return told


def _standing(one: Any) -> str:
    if not one.was_out:
        return "未发布"
    return "已发布" if one.is_out else "已撤下"


COLUMNS = (
    Column("title", "标题", sort="title", link=lambda one: f"{ANSWERS}{one.pk}/"),
    Column("purpose", "用途", lambda one: PURPOSES[one.purpose], sort="purpose"),
    Column("application", "申请", lambda one: one.application.number, sort="application__number"),
    Column("at", "起草日期", lambda one: timezone.localtime(one.at).date(), sort="at"),
    Column("standing", "情况", _standing),
)


@allow("review.read", "GET")
def answers(request: HttpRequest) -> HttpResponse:
    """The drafts of cases."""
    listing = Listing(
        "answers",
        "转主动公开、答复选登",
        COLUMNS,
        drafts_of(organ_of(request)),
        search=("application__number",),
        empty="还没有由办件起草的稿件。在办件页面点“转主动公开、答复选登”。",
        order="-at",
    )
    return listing.answer(request, "replies/answers.html")


@allow("review.read", "GET")
def answer(request: HttpRequest, casedraft: UUID) -> HttpResponse:
    """One of them: its text, what is found in it, where its review stands."""
    return shown(request, own_row(request, CaseDraft, casedraft))


def shown(request: HttpRequest, one: CaseDraft, code: int = 200, **forms: Any) -> HttpResponse:
    """The page of one."""
    actor, version = actor_of(request), latest_version(one.draft)
    file = latest(one.organ_id, KEY, str(one.draft_id))
    released = Answer.objects.for_organ(one.organ_id).filter(source=one).first()
    review = file.review if file else None
    may = actor.may("review.release") and one.purpose == "answer"
    context: dict[str, Any] = {
        "one": one,
        "version": version,
        "draft": f"/office/drafts/{one.draft_id}/",
        "found": personal_data(one),
        "lacking": missing(review, review.hash if review else ""),
        "answer": released,
    }
    if may and released is None:
        context["release_form"] = ReleaseForm(initial={"position": file.position if file else 0})
    if may and released is not None and released.withdrawn_at is None:
        context["withdraw_form"] = ReasonForm()
    return render(request, "replies/answer.html", context | forms, status=code)


@allow("review.release", "POST")
def release(request: HttpRequest, casedraft: UUID) -> HttpResponse:
    """Release it to everybody."""
    one, form = own_row(request, CaseDraft, casedraft), ReleaseForm(request.POST)
    if form.is_valid():
        try:
            publish(actor_of(request), one, form.cleaned_data["position"], timezone.now())
        except Taken:
            return conflict(request, CHANGED)
        except NotAllowed as error:
            form.add_error(None, f"{error.sentence}（{error.article}）")
        else:
            messages.success(request, "已经发布，公众可以查到。")
            return redirect(f"{ANSWERS}{one.pk}/")
    return shown(request, one, 422, release_form=form)


@allow("review.release", "POST")
def withdrawal(request: HttpRequest, casedraft: UUID) -> HttpResponse:
    """Take it out of the library."""
    one, form = own_row(request, CaseDraft, casedraft), ReasonForm(request.POST)
    released = Answer.objects.for_organ(one.organ_id).filter(source=one).first()
    if form.is_valid() and released is not None:
        try:
            withdraw(actor_of(request), released, form.cleaned_data["reason"], timezone.now())
        except NotAllowed as error:
            return conflict(request, error.sentence)
        messages.success(request, "已经撤下。")
        return redirect(f"{ANSWERS}{one.pk}/")
    return shown(request, one, 422, withdraw_form=form)
