"""Drafting on a page: the form of facts, what is missing at its field, and the letter made of it.

Other apps draft from their own pages with :func:`answer`, as the trial and the new version do here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongkai.letters.document import document
from gongkai.values.errors import FactsError, NotAllowed
from gongkai.web.entries.row import Taken
from gongkai.web.letters.forms.facts import FactsForm, facts_form
from gongkai.web.letters.making import known_facts
from gongkai.web.letters.models import Letter
from gongkai.web.letters.providers import provider_of
from gongkai.web.letters.views.lists import address
from gongkai.web.organs.models import Organ
from gongkai.web.rights.access import conflict

Write = Callable[[Mapping[str, Any], dt.date], Letter]


def known(organ: Organ, subject: str, kind: str, day: dt.date) -> dict[str, Any]:
    """The facts that need not be typed for a letter of this subject."""
    provider, key = provider_of(subject)
    return known_facts(organ, provider, key, kind, day)


def answer(
    request: HttpRequest,
    kind: str,
    facts: Mapping[str, Any],
    write: Write,
    *,
    context: Mapping[str, Any],
    initial: Mapping[str, Any],
) -> HttpResponse:
    """The form on GET; on POST the letter, or the form with what is missing.

    ``facts`` are those known already, ``write`` drafts from the rest, ``initial`` fills the form at first.
    """
    shown = {"document": document(kind), "known": facts, **context}
    if request.method != "POST":
        form = facts_form(kind, facts, initial=initial, extra=_extra(kind, facts, initial))
        return render(request, "letters/drafting.html", shown | {"form": form})
    form = facts_form(kind, facts, request.POST)
    if form.is_valid():
        try:
            return redirect(address(write(form.given(), form.cleaned_data["on"])))
        except Taken:
            return conflict(request, "这份文书已有新的版本，没有保存。请返回后按现行版本修改。")
        except NotAllowed as error:
            form.add_error(None, f"{error.sentence}（{error.article}）")
        except FactsError as error:
            form = _told(kind, facts, request, error)
    return render(request, "letters/drafting.html", shown | {"form": form}, status=422)


def _told(kind: str, facts: Mapping[str, Any], request: HttpRequest, error: FactsError) -> FactsForm:
    form = facts_form(kind, facts, request.POST, extra=error.facts)
    form.tell(error)
    return form


def _extra(kind: str, facts: Mapping[str, Any], initial: Mapping[str, Any]) -> tuple[str, ...]:
    """Facts that the version before had and the form would not ask for."""
    return tuple(key for key in initial if key not in facts and key not in ("on", "number"))
