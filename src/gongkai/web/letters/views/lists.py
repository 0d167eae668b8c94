"""The list of letters: title, case, number, days, where each stands; nothing of a person."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from gongkai.letters.document import documents
from gongkai.web.letters import providers
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import STANDINGS, letters_of, standing_is, standing_words
from gongkai.web.pages.lists import Choice, Column, Listing
from gongkai.web.rights.access import actor_of, allow


def address(letter: Letter) -> str:
    """The page of a letter."""
    return f"/office/letters/{letter.pk}/"


COLUMNS = (
    Column("number", "文号", lambda one: one.number or "（未编号）", sort="number"),
    Column("kind", "文书", lambda one: f"{one.kind} {one.title}", "kind", address),
    Column("subject", "事项", lambda one: providers.words_of(one.subject), sort="subject"),
    Column("on", "成文日期", sort="on"),
    Column("version", "版本", lambda one: f"第{one.version}版"),
    Column("standing", "办理情况", standing_words),
    Column("drafted_at", "起草时间", lambda one: timezone.localtime(one.drafted_at).date(), "drafted_at"),
)
STANDING = Choice("standing", "办理情况", tuple(STANDINGS.items()), standing_is)
KIND = Choice(
    "kind", "文书", tuple((one.id, f"{one.id} {one.title}") for one in documents()), lambda v: Q(kind=v)
)


@allow("letters.read", "GET")
def letters(request: HttpRequest) -> HttpResponse:
    """Every letter of the organ."""
    actor = actor_of(request)
    listing = Listing(
        "letters",
        "文书",
        COLUMNS,
        letters_of(actor.organ_id),
        search=("number", "subject"),
        filters=(STANDING, KIND),
        empty="还没有文书。文书从办件的页面起草；也可以用“试制文书”先试一试。",
        order="-drafted_at",
    )
    may = {"may_try": actor.may("letters.draft"), "may_edit_patterns": actor.may("letters.edit_patterns")}
    return listing.answer(request, "letters/letters.html", **may)
