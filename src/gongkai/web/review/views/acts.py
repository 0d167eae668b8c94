"""Signing, sending back, taking back, sending again, going out: each posts to a noun below the review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from gongkai.web.entries.row import Taken
from gongkai.web.review.actions.doing import organ_of
from gongkai.web.review.actions.releasing import release
from gongkai.web.review.actions.signing import send_back, sign, sign_secrecy
from gongkai.web.review.actions.submitting import resubmit, withdraw
from gongkai.web.review.forms import ReleaseForm, ResubmitForm, SecrecyForm, SeenForm, SignForm, WithdrawForm
from gongkai.web.review.kinds import NoContent
from gongkai.web.review.ledger import File, content_of
from gongkai.web.review.showing import holds, names, returnable, todos
from gongkai.web.review.views.page import file_for, return_form, shown
from gongkai.web.rights.access import actor_of, allow, conflict, not_there
from gongkai.web.rights.actor import Actor


def answered(  # noqa: PLR0917
    request: HttpRequest,
    review_id: UUID,
    name: str,
    make: Callable[[Actor, File], Any],
    act: Callable[[Actor, Any], File],
    said: str,
) -> HttpResponse:
    """Check the form, do the act, go back to the page; 409 where somebody was first, 400 where the rules
    object.
    """
    actor = actor_of(request)
    try:
        file = file_for(actor, review_id)
        form = make(actor, file)
        if form.stale(file.position):
            raise Taken
        if not form.is_valid():
            return shown(request, file, {name: form}, 400)
        done = act(actor, form)
    except NoContent:
        return not_there(request)
    except Taken:
        file = file_for(actor, review_id)
        return conflict(request, holds(file, names(organ_of(actor), file)))
    except ValidationError as error:
        form.add_error(None, error.messages)
        return shown(request, file, {name: form}, 400)
    messages.success(request, said)
    return redirect(f"/office/review/{done.id}/")


def bound(form: type[SeenForm], request: HttpRequest) -> Callable[[Actor, File], SeenForm]:
    """How a form without choices of its own is made from what was posted."""
    return lambda actor, file: form(request.POST)


@allow("review.sign", "POST")
def signature(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Sign a step."""

    def act(actor: Actor, form: Any) -> File:
        data = form.cleaned_data
        return sign(
            actor, review_id, form.seen, timezone.now(), step=data["step"], checks=data["checks"],
            opinion=data["opinion"], principal=data["principal"],
        )  # fmt: skip

    return answered(request, review_id, "sign_form", bound(SignForm, request), act, "已经签署。")


@allow("review.sign_secrecy", "POST")
def secrecy(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Sign for secrecy."""

    def act(actor: Actor, form: Any) -> File:
        data = form.cleaned_data
        return sign_secrecy(
            actor, review_id, form.seen, timezone.now(), conclusion=data["conclusion"], basis=data["basis"],
            form=form.on_form, opinion=data["opinion"], principal=data["principal"],
        )  # fmt: skip

    made = bound(SecrecyForm, request)
    return answered(request, review_id, "secrecy_form", made, act, "已经签署保密审查。")


@allow("review.sign", "POST")
def returned(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Send back."""

    def make(actor: Actor, file: File) -> Any:
        people = names(organ_of(actor), file)
        tasks = returnable(actor, file, todos(actor, file, timezone.localdate(), people))
        content = content_of(organ_of(actor), file.id, file.review.hash)
        return return_form(request.POST, tasks, content.places())

    def act(actor: Actor, form: Any) -> File:
        data = form.cleaned_data
        return send_back(
            actor, review_id, form.seen, timezone.now(), task=data["task"], to=data["to"],
            reason=data["reason"], marks=form.marks,
        )  # fmt: skip

    return answered(request, review_id, "return_form", make, act, "已经退回。")


@allow("review.submit", "POST")
def withdrawal(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Take back."""

    def act(actor: Actor, form: Any) -> File:
        return withdraw(actor, review_id, form.seen, timezone.now(), form.cleaned_data["reason"])

    return answered(request, review_id, "withdraw_form", bound(WithdrawForm, request), act, "已经撤回。")


@allow("review.submit", "POST")
def resubmission(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Send again."""

    def act(actor: Actor, form: Any) -> File:
        return resubmit(actor, review_id, form.seen, timezone.now(), form.cleaned_data["note"])

    return answered(request, review_id, "resubmit_form", bound(ResubmitForm, request), act, "已经重新送审。")


@allow("review.release", "POST")
def release_note(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Note where it went out."""

    def act(actor: Actor, form: Any) -> File:
        data = form.cleaned_data
        return release(
            actor, review_id, form.seen, timezone.now(), where=data["where"], address=data["address"]
        )

    return answered(request, review_id, "release_form", bound(ReleaseForm, request), act, "已经登记发布。")
