"""Five failures of one account from one address pause that way for half an hour: what django-axes asks of us.

Its tables hold a keyed hash in place of the name that was typed (somebody may have typed his password there),
and the audit line holds the same hash; nobody else is shut out by somebody's failures.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.contrib.auth.signals import user_login_failed
from django.db.models import Max, Sum
from django.dispatch import Signal, receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from gongkai.web.audit.recording import record_alone
from gongkai.web.limits.addresses import address_of
from gongkai.web.people.models import Person
from gongkai.web.people.policy import policy
from gongkai.web.rights.actor import Actor, system

account_locked = Signal()
"""Sent once for each lock of an account that there is: ``person``, ``address``, ``at``. Notices to the
organ's security
administrators hang on it."""


def mark_of(login: str) -> str:
    """The keyed hash that stands for a typed name in tables and audit lines."""
    return salted_hmac("gongkai.sign-in", login.strip().lower(), algorithm="sha256").hexdigest()


def name_of(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """For axes: the mark of the name with which somebody tries to sign in."""
    return mark_of(str((credentials or {}).get("username") or request.POST.get("login") or ""))


def address_for_axes(request: HttpRequest) -> str:
    """For axes: from where."""
    return address_of(request)


def failure_limit(_request: HttpRequest, _credentials: dict[str, Any] | None) -> int:
    """For axes: how many failures the policy allows."""
    return policy().failures


def pause(_request: HttpRequest | None) -> dt.timedelta:
    """For axes: for how long."""
    return policy().lock


def voice_of(person: Person | None) -> Actor:
    """The system itself, in the chain of the person's organ; in its own chain for a name that there
    is not.
    """
    return system(person.organ.code, person.organ_id) if person else system("system")


@receiver(user_login_failed)
def note_failure(request: HttpRequest | None = None, credentials: Any = None, **_: Any) -> None:
    """A line of audit for a failed sign-in, one more where it locks; none for tries during the pause."""
    failures = getattr(request, "axes_failures_since_start", None)
    if request is None or failures is None:
        return
    login = str((credentials or {}).get("username") or "")
    person = Person.objects.to_sign_in(login)
    subject = str(person.pk) if person else mark_of(login)[:16]
    voice, now = voice_of(person), timezone.now()
    record_alone(voice, "people.sign_in_failed", subject, now, failures=failures)
    if failures == policy().failures:
        record_alone(voice, "people.locked", subject, now, minutes=policy().lock_minutes)
        if person:
            account_locked.send(Person, person=person, address=address_of(request), at=now)


def unlock(person: Person) -> None:
    """Forget the failures of an account, from wherever they came."""
    AxesProxyHandler.reset_attempts(username=mark_of(person.login))


def locked_now(people: list[Person], now: dt.datetime) -> dict[str, dt.datetime]:
    """For the logins that are paused from some address right now: until when."""
    marks = {mark_of(one.login): one.login for one in people}
    rules = policy()
    rows = AccessAttempt.objects.filter(username__in=marks, attempt_time__gt=now - rules.lock)
    sums = rows.values("username", "ip_address").annotate(
        failures=Sum("failures_since_start"), at=Max("attempt_time")
    )
    out: dict[str, dt.datetime] = {}
    for one in sums:
        if one["failures"] >= rules.failures:
            login, end = marks[one["username"]], one["at"] + rules.lock
            out[login] = max(end, out.get(login, end))
    return out
