"""The views of 年报体检. Nothing that comes in outlives the answer."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.report.samples.shelf import sample, samples
from gongkai.web.portal import download, problems
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.modes import chosen
from gongkai.web.portal.readers import limits, read
from gongkai.web.portal.uploads import received

MEGABYTE = 1024 * 1024


@problems.only("GET")
def home(request: HttpRequest) -> HttpResponse:
    """The page on which to drop a file, paste a text, or pick a sample."""
    bounds = limits()
    context = {
        "samples": samples(),
        "megabytes": settings.UPLOAD_BYTES // MEGABYTE,
        "pages": bounds.pages,
        "seconds": settings.READ_SECONDS,
    }
    return render(request, "portal/home.html", context)


@problems.only("GET", "POST")
@problems.guarded
def check(request: HttpRequest) -> HttpResponse:
    """The answer for a file or a text; ``output=json`` gives the exchange form alone. GET leads home."""
    if request.method != "POST":
        return redirect(f"/{chosen(request).query}")
    name, data = received(request)
    answer = read(tidy(name), data)
    if request.POST.get("output") == "json":
        return download.attachment(download.reports_in(answer.exchange))
    return shown(request, answer, posted=True)


@problems.only("GET")
@problems.guarded
def try_sample(request: HttpRequest, key: str) -> HttpResponse:
    """The answer for one of the sample reports."""
    try:
        one = sample(key)
    except KeyError as error:
        raise Http404 from error
    return shown(request, read(one.file, one.data()), sample=one)


@problems.only("POST")
@problems.guarded
def take_json(request: HttpRequest) -> HttpResponse:
    """The result that a page holds, as a file."""
    return download.attachment(download.reports_in(request.POST.get("result", "")))


def shown(request: HttpRequest, answer: Answer, **more: Any) -> HttpResponse:
    """The answer page."""
    return render(request, "portal/answer.html", {"answer": answer, **more})


def tidy(name: str) -> str:
    """A file name fit to be shown: no control characters, no path, not too long."""
    bare = "".join(c for c in name.replace("\\", "/").rpartition("/")[2] if c.isprintable())
    return bare[-120:].strip() or "文件"
