"""The library of answers: searched by words and by organ, one of them read. What was withdrawn is not there.

Source: 条例 art. 24 (检索、查阅); security checks C11 (withdrawn is gone at once), C41.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.applying.answering import not_there, public
from gongkai.web.limits.addresses import address_of
from gongkai.web.limits.trying import count
from gongkai.web.replies.models import Answer

PER_PAGE = 20
LONGEST = 100


def released() -> QuerySet[Any]:
    """Every answer that everybody may read, newest first."""
    rows: QuerySet[Any] = Answer.objects.public()
    return rows


def searched(words: str, organ: str) -> QuerySet[Any]:
    """Those that hold every one of the words, of one organ where one is named."""
    rows = released()
    for word in words.split():
        rows = rows.filter(Q(title__icontains=word) | Q(body__icontains=word))
    return rows.filter(organ__code=organ) if organ else rows


@public("GET")
def answers(request: HttpRequest) -> HttpResponse:
    """The list; ``q`` are words, ``organ`` is the code of one."""
    words = request.GET.get("q", "").strip()[:LONGEST]
    organ = request.GET.get("organ", "")[:LONGEST]
    if words:
        count("search", address_of(request), timezone.now())
    page = Paginator(searched(words, organ), PER_PAGE).get_page(request.GET.get("page"))
    organs = released().order_by("organ__name").values_list("organ__code", "organ__name").distinct()
    context = {"page": page, "asked": words, "organ_code": organ, "organs": organs}
    return render(request, "library/answers.html", context)


@public("GET")
def answer(request: HttpRequest, answer: UUID) -> HttpResponse:
    """One of them."""
    one = released().filter(pk=answer).first()
    if one is None:
        return not_there(request)
    return render(request, "library/answer.html", {"answer": one, "organ": one.organ})
