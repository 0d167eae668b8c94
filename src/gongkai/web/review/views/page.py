"""The page of one review: the content as it is signed, what changed, what can be done, the record."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.core.acts import SECRECY, SecrecySigned
from gongkai.web.review.core.content import short
from gongkai.web.review.core.state import Review
from gongkai.web.review.forms import (
    ReleaseForm,
    ResubmitForm,
    ReturnForm,
    SecrecyForm,
    SignForm,
    WithdrawForm,
)
from gongkai.web.review.kinds import NoContent, kind
from gongkai.web.review.ledger import File, content_of, file_of
from gongkai.web.review.showing import Names, difference, names, places, record, returnable, todos, unit_name
from gongkai.web.rights.access import actor_of, allow, not_there
from gongkai.web.rights.actor import Actor


def file_for(actor: Actor, review_id: UUID) -> File:
    """The review that the actor may see; raises :class:`NoContent` for any other."""
    file = file_of(organ_of(actor), review_id)
    if file is None or not actor.may(kind(file.review.opened.kind).right):
        raise NoContent(review_id)
    return file


@allow("review.read", "GET")
def page(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """The page."""
    try:
        file = file_for(actor_of(request), review_id)
    except NoContent:
        return not_there(request)
    return shown(request, file)


def shown(
    request: HttpRequest, file: File, wrong: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    """The page of a review; ``wrong`` holds the bound form that was refused, by its name."""
    actor, today = actor_of(request), timezone.localdate()
    review, organ_id = file.review, organ_of(actor)
    content, people = content_of(organ_id, file.id, review.hash), names(organ_id, file)
    one = kind(review.opened.kind)
    steps = steps_of(review, people)
    context = {
        "file": file,
        "review": review,
        "content": content,
        "kind": one,
        "edited_at": one.edited_at(review.opened.of),
        "author": people.of(review.opened.by),
        "unit": unit_name(organ_id, review),
        "short": short(review.hash),
        "places": places(content, review),
        "changes": difference(organ_id, file, actor.id, content),
        "record": record(file, people),
        "steps": steps,
        "secrecy_by": people.signer(review.secrecy) if review.secrecy else "",
        "sent_back_by": people.signer(review.sent_back) if review.sent_back else "",
        "sent_back_for": _words_of(review),
        "unchanged": one.content(organ_id, review.opened.of).matches(review.hash),
        "today": today,
    }
    context |= forms_of(actor, file, todos(actor, file, today, people), content.places()) | (wrong or {})
    return render(request, "review/page.html", context, status=status)


def _words_of(review: Review) -> str:
    """Why it went back to its author."""
    back = review.sent_back
    return back.basis if isinstance(back, SecrecySigned) else back.reason if back else ""


def steps_of(review: Review, people: Names) -> list[dict[str, Any]]:
    """Each step with its signature and the name of who signed."""
    signed = {one.step: one for one in review.signatures}
    return [
        {"name": step.name, "signed": signed.get(n), "who": people.signer(signed[n]) if n in signed else ""}
        for n, step in enumerate(review.chain.steps, 1)
    ]


def forms_of(
    actor: Actor, file: File, waiting: list[Any], texts: list[tuple[str, str, str]]
) -> dict[str, Any]:
    """The forms of what this actor can do now; each bound to what is shown."""
    review = file.review
    shown_now = {"position": file.position, "hash": review.hash}
    out: dict[str, Any] = {"waiting": waiting}
    for one in waiting:
        start = shown_now | {"principal": one.principal}
        if one.task == SECRECY:
            out["secrecy_form"], out["secrecy_task"] = SecrecyForm(initial=start), one
        else:
            out["sign_form"], out["sign_task"] = SignForm(initial=start | {"step": one.task}), one
    if tasks := returnable(actor, file, waiting):
        out["return_form"] = return_form(None, tasks, texts, initial=shown_now | {"task": tasks[-1][0]})
    if review.open and actor.may("review.submit"):
        if actor.id in review.authors:
            out["withdraw_form"] = WithdrawForm(initial=shown_now)
        if review.sent_back is not None:
            out["resubmit_form"] = ResubmitForm(initial=shown_now)
    if review.open and review.sent_back is None and actor.may("review.enter_paper"):
        out["may_enter_paper"] = bool(review.waiting()) and actor.id not in review.authors
    if review.open and review.complete and actor.may("review.release"):
        out["release_form"] = ReleaseForm(initial=shown_now)
    return out


def return_form(data: Any, tasks: Any, texts: Any, **more: Any) -> ReturnForm:
    """The form to send back, its choices from the review."""
    return ReturnForm(data, tasks=tasks, places=[(key, name) for key, name, _ in texts], **more)
