"""The way of a letter: its review, the files that go with it, its dispatch and delivery, its correction."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.values.errors import FactsError, FileError, NotAllowed
from gongkai.web.applications.timeline import names_of
from gongkai.web.attachments.places import may_add
from gongkai.web.entries.row import Taken
from gongkai.web.letters import providers
from gongkai.web.letters.files import readable
from gongkai.web.letters.models import Dispatch, Letter
from gongkai.web.letters.standing import letters_of, present, standing_words, why_not
from gongkai.web.letters.views.lists import address
from gongkai.web.pages.forms import OfficeForm
from gongkai.web.replies.actions.correct import correct
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.actions.submit import send_to_review
from gongkai.web.replies.enclosures import files_of, place_of
from gongkai.web.replies.facts import PREFIX, way_of
from gongkai.web.replies.forms import CorrectionForm, DeliveryForm, ReviewForm
from gongkai.web.replies.models import Correction, Delivery
from gongkai.web.replies.reviewing import KEY, content_of, needs_review, review_of
from gongkai.web.review.chains import chain_now, words
from gongkai.web.review.core.gate import missing
from gongkai.web.review.ledger import File
from gongkai.web.rights.access import actor_of, allow, conflict, not_there
from gongkai.web.rights.actor import Actor, Forbidden

CHANGED = "这一件刚刚有新的办理（送审、签署或者登记），您看到的不是最新情况，没有办理。"
Do = Callable[[Actor, Letter, dict[str, Any], dt.datetime], str]


def _own(request: HttpRequest, id: UUID) -> Letter | None:
    letter = readable(actor_of(request), id)
    return letter if letter is not None and letter.subject.startswith(f"{PREFIX}/") else None


@allow("letters.read", "GET")
def way(request: HttpRequest, id: UUID) -> HttpResponse:
    """The page."""
    letter = _own(request, id)
    return not_there(request) if letter is None else shown(request, letter)


def shown(request: HttpRequest, letter: Letter, code: int = 200, **forms: OfficeForm) -> HttpResponse:
    """The page with its forms; ``forms`` are those that came back with an error."""
    actor, organ, place = actor_of(request), letter.organ_id, place_of(letter)
    row: Any = letters_of(organ).get(pk=letter.pk)
    deliveries: list[Any] = list(
        Delivery.objects.for_organ(organ).filter(letter=letter).select_related("file")
    )
    names = names_of(organ, (one.by for one in deliveries))
    for one in deliveries:
        one.maker = names.get(one.by, "本机关人员")
    context = {
        "letter": letter,
        "case_number": letter.subject.partition("/")[2],
        "address": address(letter),
        "way": way_of(letter),
        "standing_words": standing_words(row),
        "why_not": why_not(letter) if not row.is_sent else "",
        "sent": Dispatch.objects.for_organ(organ).filter(letter=letter),
        "deliveries": deliveries,
        "files": files_of(letter),
        "subject": place,
        "may_add": may_add(actor, place),
        "corrections": Correction.objects.for_organ(organ).filter(of=letter).select_related("letter"),
        "corrects": Correction.objects.for_organ(organ).filter(letter=letter).select_related("of").first(),
        **_review(letter),
        **_forms(actor, row),
        **forms,
    }
    return render(request, "replies/way.html", context, status=code)


def _review(letter: Letter) -> dict[str, Any]:
    file = review_of(letter)
    found: dict[str, Any] = {"needs_review": needs_review(letter), "file": file}
    if file is not None:
        review = file.review
        changed = not content_of(letter, present(letter)).matches(review.hash)
        done = review.released is not None
        found |= {"changed": changed, "released": done}
        found["lacking"] = () if done else missing(review, review.hash)
    return found | _chain(letter, file)


def _chain(letter: Letter, file: File | None) -> dict[str, Any]:
    """The chain of its review; of one to be submitted today where there is none or it was taken back."""
    if not needs_review(letter):
        return {}
    if file is not None and file.review.withdrawn is None:
        return {"chain": words(file.review.chain), "apart": bool(file.review.opened.sort)}
    now = chain_now(letter.organ_id, KEY, str(letter.pk), timezone.localdate())
    return {"chain": words(now.chain), "apart": bool(now.sort), "chain_problem": now.problem}


def _forms(actor: Actor, row: Any) -> dict[str, Any]:
    """The forms that this actor may use as the letter stands."""
    may = providers.may_draft(actor, row.subject)
    out: dict[str, OfficeForm] = {}
    if may and not row.is_void and row.issued_at is None and needs_review(row):
        file = review_of(row)
        out["review_form"] = ReviewForm(initial={"position": file.position if file else 0})
    if actor.may("applications.handle") and row.is_sent:
        out["delivery_form"] = DeliveryForm(initial={"on": timezone.localdate()})
    if may and row.is_sent and row.document and row.document.decisions:
        before = Correction.objects.for_organ(row.organ_id).filter(of=row).count()
        out["correction_form"] = CorrectionForm(initial={"seen": before})
    return out


def _act(request: HttpRequest, id: UUID, form: OfficeForm, do: Do) -> HttpResponse:
    """Check the form, do it, go back; an error comes back beside its form, 409 where another was first."""
    actor, letter = actor_of(request), _own(request, id)
    if letter is None:
        return not_there(request)
    if form.is_valid():
        try:
            after = do(actor, letter, form.cleaned_data, timezone.now())
            return redirect(after or way_of(letter))
        except Taken:
            return conflict(request, CHANGED)
        except Forbidden:
            return not_there(request)
        except NotAllowed as error:
            form.add_error(None, f"{error.sentence}（{error.article}）")
        except FactsError as error:
            form.add_error(None, error.sentence)
        except FileError as error:
            form.add_error("file" if "file" in form.fields else None, error.message)
    return shown(request, letter, 422, **{f"{form.prefix}_form": form})


@allow("letters.draft", "POST")
def review(request: HttpRequest, id: UUID) -> HttpResponse:
    """Send it to its reviewers."""

    def do(actor: Actor, letter: Letter, data: dict[str, Any], now: dt.datetime) -> str:
        send_to_review(actor, letter, data["position"], now)
        messages.success(request, "已经送审。")
        return ""

    return _act(request, id, ReviewForm(request.POST), do)


@allow("applications.handle", "POST")
def deliveries(request: HttpRequest, id: UUID) -> HttpResponse:
    """Record a fact on its way."""

    def do(actor: Actor, letter: Letter, data: dict[str, Any], now: dt.datetime) -> str:
        given = data.pop("file")
        file = (given.name or "", given.read()) if given else None
        deliver(actor, letter, Told(**data, file=file), now)
        messages.success(request, "已经登记。")
        return ""

    return _act(request, id, DeliveryForm(request.POST, request.FILES), do)


@allow("letters.draft", "POST")
def correction(request: HttpRequest, id: UUID) -> HttpResponse:
    """Draft the letter that corrects it."""

    def do(actor: Actor, letter: Letter, data: dict[str, Any], now: dt.datetime) -> str:
        today, (reason, holds, seen) = timezone.localdate(now), (data[k] for k in ("reason", "holds", "seen"))
        new = correct(actor, letter, reason, holds, on=today, seen=seen, now=now)
        messages.success(request, "已按原文书的事实起草，请在这里改正后生成新的版本，再送审。")
        return f"{address(new)}versions/"

    return _act(request, id, CorrectionForm(request.POST), do)
