"""Questions about reports that the page itself carries: it sends their exchange lines back for an answer.

So nothing is kept between two answers, and every button works without JavaScript.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from gongkai.values.errors import OverLimit
from gongkai.web.portal import download, problems
from gongkai.web.portal.choosing import choice
from gongkai.web.portal.formats import FORMATS, PAPERS
from gongkai.web.portal.modes import chosen
from gongkai.web.portal.readers import guarded
from gongkai.web.portal.several import archive, one_file, several
from gongkai.web.portal.uploads import weigh

Result = TypeVar("Result")


@problems.only("GET", "POST")
@problems.guarded
def together(request: HttpRequest) -> HttpResponse:
    """The reports of the page once more, with what was chosen about them. GET leads home."""
    if request.method != "POST":
        return redirect(f"/{chosen(request).query}")
    return page(request, lines(request))


def page(request: HttpRequest, told: str, status: int = 200) -> HttpResponse:
    """The page of several reports."""
    context = {"formats": FORMATS, "paper_formats": PAPERS, "posted": True}
    context["several"] = worked(several, told, choice(request), request.POST.get("view", ""))
    return render(request, "portal/several.html", context, status=status)


@problems.only("POST")
@problems.guarded
def take_archive(request: HttpRequest) -> HttpResponseBase:
    """Everything about the reports of the page as one archive."""
    return download.streamed(worked(archive, lines(request), choice(request)), "年报体检结果.zip")


@problems.only("POST")
@problems.guarded
def take_one(request: HttpRequest) -> HttpResponseBase:
    """One report in one format, or a comparison, a line-up, a roll-up; ``one`` says which."""
    name, data = worked(one_file, lines(request), choice(request), request.POST.get("one", ""))
    return download.streamed(data, name)


@problems.only("POST")
@problems.guarded
def take_json(request: HttpRequest) -> HttpResponse:
    """The result that a page holds, as a file."""
    weigh(request)
    return download.attachment(download.reports_in(request.POST.get("result", "")))


def lines(request: HttpRequest) -> str:
    """The exchange lines that the page carried, written anew; raises :class:`FileError` for another shape."""
    weigh(request)
    return download.text_of(download.reports_in(request.POST.get("result", "")))


def worked(function: Callable[..., Result], *args: object) -> Result:
    """The work in a process of its own, within the time of a batch.

    Raises :class:`OverLimit` (``too_slow``) where the time is not enough, and as ``guarded`` does.
    """
    try:
        return guarded(function, *args, seconds=settings.BATCH_SECONDS)
    except OverLimit as error:
        if error.code != "too_slow":
            raise
        why = f"整理这些报告超过 {settings.BATCH_SECONDS} 秒，已停止。请减少报告的份数，分几次做。"
        raise OverLimit("too_slow", why) from error
