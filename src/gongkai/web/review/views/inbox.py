"""The inbox (only what waits for me), and the list of all reviews of the organ."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.pages.lists import Choice, Column, Listing
from gongkai.web.review.inbox import inbox
from gongkai.web.review.kinds import all_kinds, kind
from gongkai.web.review.models import ReviewState
from gongkai.web.review.models.standing import STAGES
from gongkai.web.rights.access import actor_of, allow


@allow("review.read", "GET")
def waiting(request: HttpRequest) -> HttpResponse:
    """What waits for me, also by delegation."""
    today = timezone.localdate()
    items = inbox(actor_of(request), today)
    return render(request, "review/inbox.html", {"items": items, "today": today})


def _address(state: ReviewState) -> str:
    return f"/office/review/{state.pk}/"


COLUMNS = (
    Column("title", "标题", sort="title", link=_address),
    Column("kind", "类别", lambda s: kind(s.kind).name),
    Column("stage", "进展", lambda s: s.stage_name, sort="stage"),
    Column(
        "submitted_at",
        "送审时间",
        lambda s: timezone.localtime(s.submitted_at).strftime("%Y-%m-%d %H:%M"),
        sort="submitted_at",
    ),
)


@allow("review.read", "GET")
def everything(request: HttpRequest) -> HttpResponse:
    """All reviews of the organ of the kinds that the actor may see."""
    actor = actor_of(request)
    seen = [one.key for one in all_kinds() if actor.may(one.right)]
    rows = ReviewState.objects.for_organ(actor.organ_id).filter(kind__in=seen)
    stages = Choice("stage", "进展", tuple(STAGES.items()), lambda value: Q(stage=value))
    listing = Listing(
        "reviews",
        "审核事项",
        COLUMNS,
        rows,
        search=("title",),
        filters=(stages,),
        empty="还没有送审的稿件。在“信息发布稿”中写好后送审。",
        order="-submitted_at",
    )
    return listing.answer(request, "review/list.html")
