"""The views of 年报体检. Nothing that comes in outlives the answer."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static

from gongkai.report.samples.shelf import sample, samples
from gongkai.web.portal import carried, download, problems
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.batch import read_all
from gongkai.web.portal.formats import FORMATS
from gongkai.web.portal.modes import chosen
from gongkai.web.portal.readers import limits, read
from gongkai.web.portal.uploads import MEGABYTE, received


@problems.only("GET")
def home(request: HttpRequest) -> HttpResponse:
    """The page on which to drop a file, paste a text, or pick a sample."""
    bounds = limits()
    context = {
        "samples": samples(),
        "files": settings.UPLOAD_FILES,
        "megabytes": settings.UPLOAD_BYTES // MEGABYTE,
        "total": settings.UPLOAD_TOTAL_BYTES // MEGABYTE,
        "batch": settings.BATCH_SECONDS,
        "pages": bounds.pages,
        "seconds": settings.READ_SECONDS,
        "takes_applications": not settings.CHECKUP_ONLY,
    }
    return render(request, "portal/home.html", context)


@problems.only("GET")
def icon(request: HttpRequest) -> HttpResponse:
    """The icon of the site, for browsers that ask where no page names it (downloads, pictures)."""
    return redirect(static("portal/icon.svg"), permanent=True)


@problems.only("GET", "POST")
@problems.guarded
def check(request: HttpRequest) -> HttpResponse:
    """The answer for files or a text; ``output=json`` gives the exchange form alone. GET leads home."""
    if request.method != "POST":
        return redirect(f"/{chosen(request).query}")
    uploads = received(request)
    if len(uploads) > 1:
        return several(request, read_all(uploads))
    answer = read(uploads[0].name, uploads[0].data)
    if request.POST.get("output") == "json":
        return download.attachment(download.reports_in(answer.exchange))
    return shown(request, answer, posted=True)


def several(request: HttpRequest, lines: str) -> HttpResponse:
    """The page of several files; 422 where none of them could be read."""
    reports = download.reports_in(lines)
    if request.POST.get("output") == "json":
        return download.attachment(reports)
    read_any = any("error" not in report for report in reports)
    return carried.page(request, lines, status=200 if read_any else 422)


@problems.only("GET")
@problems.guarded
def try_sample(request: HttpRequest, key: str) -> HttpResponse:
    """The answer for one of the sample reports."""
    try:
        one = sample(key)
    except KeyError as error:
        raise Http404 from error
    return shown(request, read(one.file, one.data()), sample=one)


def shown(request: HttpRequest, answer: Answer, **more: Any) -> HttpResponse:
    """The answer page."""
    return render(request, "portal/answer.html", {"answer": answer, "formats": FORMATS, **more})
