"""试制文书: any document, from facts that are typed or read from a file; to try what will be sent later."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.letters.document import documents
from gongkai.letters.given import checked
from gongkai.values.errors import FactsError
from gongkai.web.letters.actions.draft import draft
from gongkai.web.letters.forms.facts import facts_form
from gongkai.web.letters.models import Letter
from gongkai.web.letters.trial import new_subject
from gongkai.web.letters.views.drafting import answer, known
from gongkai.web.organs.models import Organ
from gongkai.web.rights.access import actor_of, allow, not_there

MOST_BYTES = 64 * 1024
"""A file of facts is small."""


@allow("letters.draft", "GET")
def shelf(request: HttpRequest) -> HttpResponse:
    """Every document, to choose one."""
    letters = [one for one in documents() if not one.is_form]
    forms = [one for one in documents() if one.is_form]
    groups = (("发出的文书", letters), ("回执、回证和内部用表", forms))
    return render(request, "letters/shelf.html", {"groups": groups})


@allow("letters.draft", "GET", "POST")
def trial(request: HttpRequest, kind: str) -> HttpResponse:
    """The form of a document, and the letter made of it."""
    if kind not in {one.id for one in documents()}:
        return not_there(request)
    actor, now = actor_of(request), timezone.now()
    organ = Organ.objects.for_organ(actor.organ_id).get()
    subject, today = new_subject(), timezone.localdate()
    facts = known(organ, subject, kind, today)
    context = {"back": "/office/letters/trial/", "heading": "试制文书", "from_file": True}
    if request.method == "POST" and "facts_file" in request.FILES:
        return _from_file(request, kind, facts, context)

    def write(given: Mapping[str, Any], on: dt.date) -> Letter:
        return draft(actor, subject, kind, given, on=on, now=now)

    return answer(request, kind, facts, write, context=context, initial={"on": today})


def _from_file(
    request: HttpRequest, kind: str, known_facts: Mapping[str, Any], context: Mapping[str, Any]
) -> HttpResponse:
    """The form filled from the file, to be looked at before the letter is made."""
    from gongkai.letters.document import document  # noqa: PLC0415

    try:
        given = read_facts(request.FILES["facts_file"].read(MOST_BYTES + 1))  # type: ignore[union-attr]
    except FactsError as error:
        messages.error(request, error.sentence)
        return redirect(request.path)
    initial = {"on": timezone.localdate()} | given
    form = facts_form(kind, known_facts, initial=initial, extra=tuple(given))
    messages.success(request, "已按文件填入，请核对后再生成。")
    shown = {"document": document(kind), "known": known_facts, "form": form}
    return render(request, "letters/drafting.html", shown | dict(context))


def read_facts(data: bytes) -> dict[str, Any]:
    """The facts of a TOML file, checked; raises :class:`FactsError` with one sentence."""
    if len(data) > MOST_BYTES:
        raise FactsError("事实文件超过64KB，没有读取。请只写这份文书的事实。", ())
    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise FactsError(
            '文件不是规范的TOML文本，没有读取。每行写一项，如 applicant = "周试一"，并用UTF-8保存。', ()
        ) from None
    found.pop("settings", None)
    return checked(found)
