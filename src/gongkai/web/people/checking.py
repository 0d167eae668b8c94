"""Checking what somebody shows, with the trace that a wrong one leaves: codes, and the present password asked
again.
"""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from gongkai.web.audit.recording import record_alone
from gongkai.web.limits.addresses import address_of
from gongkai.web.limits.table import limit
from gongkai.web.limits.trying import check, count, forget
from gongkai.web.people.actions.second_factor import accept
from gongkai.web.people.lockout import account_locked, voice_of
from gongkai.web.people.models import Person


def passes_second(request: HttpRequest, person: Person, code: str, now: dt.datetime) -> str | None:
    """The second factor that this code is, in words; None for a wrong one.

    Uses the code up. Raises ``TooMany`` where five in a row were wrong; who gets so far knows the password,
    so the
    organ's security administrators are told.
    """
    who = str(person.pk)
    check("second_factor", who, now)
    if way := accept(person, code, now):
        forget("second_factor", who)
        return way
    left = count("second_factor", who, now)
    record_alone(voice_of(person), "people.second_factor_failed", who, now, left=left)
    if left == 0:
        minutes = limit("second_factor").seconds // 60
        record_alone(voice_of(person), "people.locked", who, now, minutes=minutes, step="second_factor")
        account_locked.send(Person, person=person, address=address_of(request), at=now)
    return None


def check_present(person: Person, password: str, now: dt.datetime) -> None:
    """Raise ``ValidationError`` unless it is the present password, ``TooMany`` after too many wrong ones."""
    who = str(person.pk)
    check("own_password", who, now)
    if not person.check_password(password):
        count("own_password", who, now)
        raise ValidationError({"present": "现在的口令不对，请重新填写。"})
    forget("own_password", who)
