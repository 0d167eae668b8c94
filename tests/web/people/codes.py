"""An authenticator as a test holds it: the code of a moment."""

from __future__ import annotations

import base64
import datetime as dt

from django_otp.oath import totp

from gongkai.web.people.actions.second_factor import begin, confirm
from gongkai.web.people.actors import actor_for
from gongkai.web.people.models import Person, SecondFactor


def code_at(row: SecondFactor, moment: dt.datetime) -> str:
    """What the authenticator shows at that moment."""
    # django-otp counts from now; the tests name the moment.
    import time

    ahead = int(moment.timestamp()) - int(time.time())
    return f"{totp(base64.b32decode(row.opened('secret')), t0=-ahead):06d}"


def bound(person: Person, now: dt.datetime) -> tuple[SecondFactor, list[str]]:
    """A confirmed second factor of that person, and the recovery codes."""
    actor = actor_for(person, now.date())
    row = begin(actor, person, now)
    codes = confirm(actor, row, code_at(row, now), now)
    row.refresh_from_db()
    return row, codes
