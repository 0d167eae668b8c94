"""发布审核单 and 保密审查表 as pages to print: for ink, or for the file."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.core.content import short
from gongkai.web.review.forms import CARRIERS
from gongkai.web.review.kinds import NoContent, kind
from gongkai.web.review.ledger import content_of
from gongkai.web.review.showing import names, record, secrecy_words, unit_name
from gongkai.web.review.views.page import file_for, steps_of
from gongkai.web.rights.access import actor_of, allow, not_there


def _printed(request: HttpRequest, review_id: UUID, template: str) -> HttpResponse:
    actor = actor_of(request)
    try:
        file = file_for(actor, review_id)
    except NoContent:
        return not_there(request)
    review, organ_id = file.review, organ_of(actor)
    people = names(organ_id, file)
    secrecy = review.secrecy
    context = {
        "file": file,
        "review": review,
        "content": content_of(organ_id, file.id, review.hash),
        "kind": kind(review.opened.kind),
        "author": people.of(review.opened.by),
        "unit": unit_name(organ_id, review),
        "short": short(review.hash),
        "steps": steps_of(review, people),
        "secrecy": secrecy,
        "secrecy_by": people.signer(secrecy) if secrecy else "",
        "conclusion": secrecy_words(secrecy) if secrecy else "",
        "carrier": CARRIERS.get(secrecy.form.get("carrier", ""), "") if secrecy else "",
        "releaser": people.of(review.released.by) if review.released else "",
        "record": record(file, people),
        "today": timezone.localdate(),
    }
    return render(request, template, context)


@allow("review.read", "GET")
def release_form(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """发布审核单: what, by whom, who reviewed and proofed what version, what of secrecy, where it went."""
    return _printed(request, review_id, "review/print_release.html")


@allow("review.read", "GET")
def secrecy_form(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """保密审查表."""
    return _printed(request, review_id, "review/print_secrecy.html")
