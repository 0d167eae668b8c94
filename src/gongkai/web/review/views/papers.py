"""Entering a signature given on paper or in the office's OA, with its scan."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.values.errors import FileError
from gongkai.web.attachments.actions.add import put
from gongkai.web.entries.row import Taken
from gongkai.web.people.models import Person
from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.actions.papers import Scan, enter_paper
from gongkai.web.review.core.acts import AUTHOR
from gongkai.web.review.files import SCAN
from gongkai.web.review.kinds import NoContent
from gongkai.web.review.ledger import File
from gongkai.web.review.paper_form import PaperForm
from gongkai.web.review.showing import holds, names
from gongkai.web.review.views.page import file_for
from gongkai.web.rights.access import actor_of, allow, conflict, not_there
from gongkai.web.rights.actor import Actor


@allow("review.enter_paper", "GET", "POST")
def paper(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """The form, and entering what it says."""
    actor = actor_of(request)
    try:
        file = file_for(actor, review_id)
    except NoContent:
        return not_there(request)
    tasks = [(one.task, one.name) for one in file.review.waiting() if one.task != AUTHOR]
    people = Person.objects.for_organ(organ_of(actor)).working(timezone.localdate()).order_by("name")
    start = {"position": file.position, "hash": file.review.hash, "signed_on": timezone.localdate()}
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PaperForm(*data, tasks=tasks, people=list(people), initial=start)
    if request.method == "POST" and form.stale(file.position):
        return conflict(request, holds(file, names(organ_of(actor), file)))
    if request.method == "POST" and form.is_valid():
        try:
            enter(actor, file, form)
        except Taken:
            file = file_for(actor, review_id)
            return conflict(request, holds(file, names(organ_of(actor), file)))
        except FileError as error:
            form.add_error("scan", error.message)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, "已经录入。")
            return redirect(f"/office/review/{review_id}/")
    status = 400 if request.method == "POST" else 200
    return render(request, "review/paper.html", {"form": form, "file": file, "tasks": tasks}, status=status)


def enter(actor: Actor, file: File, form: PaperForm) -> File:
    """Store the scan, then enter the signature; a scan whose signature is refused stays a file of the review.

    The scan comes first and by itself: its audit line must not stand before the entry in one transaction.
    """
    told: dict[str, Any] = form.cleaned_data
    signer = Person.objects.for_organ(organ_of(actor)).get(pk=told["signer"])
    now = timezone.now()
    scan = put(actor, f"{SCAN}/{file.id}", told["scan"].name, told["scan"].read(), now, own=True)
    return enter_paper(
        actor, file.id, form.seen, now, task=told["task"], signer=signer, signed_on=told["signed_on"],
        source=told["source"], fingerprint=told["fingerprint"], checks=told["checks"],
        opinion=told["opinion"], basis=told["basis"], scan=Scan(str(scan.pk), scan.name, scan.sha256),
    )  # fmt: skip
