"""批量补录: the table with its sample, what was understood line by line, and what became of each."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.statute.decisions import decision
from gongkai.values.errors import FileError
from gongkai.web.applications.models.application import APPLICANTS, CHANNELS
from gongkai.web.applications.views.cases import OUTCOMES
from gongkai.web.attachments.actions.add import terms
from gongkai.web.backlog.actions.bring_in import beyond, bring_in
from gongkai.web.backlog.columns import COLUMNS, RESULTS
from gongkai.web.backlog.forms import EXPIRED, ConfirmForm, TableForm, kept
from gongkai.web.backlog.lines import Line, Reading, understood
from gongkai.web.backlog.sample import sample
from gongkai.web.backlog.sheets import LINES, sheet
from gongkai.web.organs.choosing import settings_on
from gongkai.web.organs.models import Organ
from gongkai.web.pages.exports import XLSX, download
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import actor_of, allow
from gongkai.web.workdays.door import calendar_for


@allow("applications.register", "GET", "POST")
def backlog(request: HttpRequest) -> HttpResponse:
    """The form; after the upload the lines as they were understood, nothing entered yet."""
    form = TableForm(request.POST, request.FILES) if request.method == "POST" else TableForm()
    if request.method == "POST" and form.is_valid():
        try:
            found = sheet(form.cleaned_data["file"].read(), terms(own=True).limits)
        except FileError as error:
            form.add_error("file", str(error))
        else:
            return _shown(request, list(found.lines), found.unknown)
    context = {"form": form, "columns": COLUMNS, "most": LINES}
    return render(request, "backlog/table.html", context, status=422 if form.errors else 200)


@allow("applications.register", "GET")
def template(request: HttpRequest) -> HttpResponse:
    """The sample to be filled."""
    return download(sample(), "申请台账补录样表.xlsx", XLSX)


@allow("applications.register", "POST")
def confirm(request: HttpRequest) -> HttpResponse:
    """Bring in what was shown, and tell what became of each line."""
    organ = organ_of(request)
    form = ConfirmForm(str(organ.pk), request.POST)
    if not form.is_valid():
        context = {"form": TableForm(), "columns": COLUMNS, "most": LINES, "expired": EXPIRED}
        return render(request, "backlog/table.html", context, status=422)
    lines = understood(form.cleaned_data["rows"], _reading(organ))
    brought = bring_in(actor_of(request), organ, lines, timezone.now())
    left = [line.number for line in lines if not line.good]
    return render(request, "backlog/brought.html", {"brought": brought, "left": left})


def _reading(organ: Organ) -> Reading:
    return Reading(timezone.localdate(), calendar_for(organ.region), cache(partial(settings_on, organ.pk)))


def _shown(
    request: HttpRequest, rows: list[tuple[int, dict[str, str]]], unknown: tuple[str, ...]
) -> HttpResponse:
    organ, actor = organ_of(request), actor_of(request)
    lines = understood(rows, _reading(organ))
    for line in lines:
        if line.good and (words := beyond(actor, line)):
            line.errors.append(words)
    good = [line for line in lines if line.good]
    mine = {line.number for line in good}
    context = {
        "lines": [_told(line) for line in lines],
        "good": len(good),
        "bad": len(lines) - len(good),
        "doubtful": sum(bool(line.doubts) for line in good),
        "unknown": unknown,
        "rows": kept([row for row in rows if row[0] in mine], str(organ.pk)),
    }
    response = render(request, "backlog/shown.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


def _told(line: Line) -> dict[str, Any]:
    """A line as it is shown: nothing of who applied."""
    row = RESULTS.get(line.values.get("result", ""), "")
    return {
        "number": line.number,
        "matter": line.values.get("matter") or line.values.get("request", ""),
        "applicant": APPLICANTS[line.applicant] if line.applicant else "",
        "channel": CHANNELS[line.channel] if line.channel else "",
        "filed_on": line.days.get("filed_on"),
        "received_on": line.days.get("received_on"),
        "outcome": OUTCOMES.get(decision(row).row, "") if row else "",
        "sent_on": line.days.get("dispatched_on") or line.days.get("decided_on"),
        "errors": line.errors,
        "doubts": line.doubts,
    }
