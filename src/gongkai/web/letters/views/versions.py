"""A new version of a letter: the form filled with what the present one was made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from gongkai.letters.keeping import facts_of
from gongkai.web.audit.recording import record_alone
from gongkai.web.entries.row import Taken
from gongkai.web.letters import providers
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.letters.files import readable
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import is_void, present, went_out
from gongkai.web.letters.views.drafting import answer, known
from gongkai.web.letters.views.lists import address
from gongkai.web.rights.access import actor_of, allow, conflict, not_there


@allow("letters.draft", "GET", "POST")
def versions(request: HttpRequest, id: UUID) -> HttpResponse:
    """Make the letter anew; the present version stays."""
    actor, now = actor_of(request), timezone.now()
    one = readable(actor, id)
    if one is None or not providers.may_draft(actor, one.subject):
        return not_there(request)
    if is_void(one) or went_out(one):
        return conflict(request, "这份文书已经发出或者作废，不能再生成新的版本。需要时请另行起草一份。")
    seen = _seen(request, one)

    def write(facts: Mapping[str, Any], on: dt.date) -> Letter:
        if seen is None:
            raise Taken
        return redraft(actor, one, facts, on=on, seen=seen, now=now)

    facts = known(one.organ, one.subject, one.kind, one.on)
    initial: dict[str, Any] = {}
    if request.method == "GET":
        record_alone(actor, "letters.look", str(one.pk), now, version=one.version)
        initial = facts_of(present(one).opened("facts")) | {"on": one.on}
    context = {"letter": one, "back": address(one), "seen": seen, "heading": "生成新的版本"}
    return answer(request, one.kind, facts, write, context=context, initial=initial)


def _seen(request: HttpRequest, letter: Letter) -> int | None:
    """The version that the actor had before him; the present one on opening the form."""
    if request.method != "POST":
        return letter.version
    asked = request.POST.get("seen", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else None
