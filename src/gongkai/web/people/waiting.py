"""Between the two factors: who has shown the first and not yet the second. Nobody is signed in meanwhile."""

from __future__ import annotations

import datetime as dt
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare

from gongkai.web.people.models import Person
from gongkai.web.people.sessions import SHOWN_AS, begin, shown_as
from gongkai.web.people.sign_in import People
from gongkai.web.people.steps import has_second_factor

KEY = "waiting"
PATIENCE = dt.timedelta(minutes=5)
CODE = "/office/sign-in/code/"


def after_first(
    request: HttpRequest, person: Person, way: str, back: str, now: dt.datetime, *, single: bool = False
) -> HttpResponse:
    """On to the second factor where there is one, else to where he wanted; what is still due is told by
    ``steps``.
    """
    if not has_second_factor(person):
        begin(request, person, way, now, single=single)
        return redirect(back)
    mode = shown_as(request)
    request.session.flush()
    request.session[SHOWN_AS] = mode
    request.session[KEY] = {
        "person": str(person.pk), "way": way, "back": back, "at": now.isoformat(), "single": single,
        "hash": person.get_session_auth_hash(),
    }  # fmt: skip
    rotate_token(request)
    return redirect(f"{CODE}?{urlencode({'mode': mode})}" if mode else CODE)


def waiting(request: HttpRequest, now: dt.datetime) -> tuple[Person, str, str, bool] | None:
    """The person, the way so far, where to go on to, whether by single sign-on; None where nobody waits, or
    waited for too long.
    """
    kept = request.session.get(KEY)
    if not kept or now - dt.datetime.fromisoformat(kept["at"]) > PATIENCE:
        return None
    person = People().get_user(kept["person"])
    if person is None or not constant_time_compare(kept["hash"], person.get_session_auth_hash()):
        return None
    return person, str(kept["way"]), str(kept["back"]), bool(kept["single"])
