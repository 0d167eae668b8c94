"""The second factor: begin, confirm, check, recover, give up.

A code is good once: its time step is noted by a conditional update, so of two requests with one code one
wins. Source:
RFC 6238 §5.2; ASVS 5.0 V6.5.1.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import secrets
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.db import transaction
from django_otp.oath import TOTP

from gongkai.web.audit.recording import record
from gongkai.web.limits.trying import count, forget
from gongkai.web.people.models import Person, RecoveryCode, SecondFactor
from gongkai.web.rights.actor import Actor

SECRET_BYTES = 20
STEP_SECONDS = 30
TOLERANCE = 1
"""Steps before and after now whose code is taken, for clocks that differ by half a minute."""
CODES = 10
CODE_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without the characters that are mistaken for each other when written by hand."""
WRONG = "动态口令不对。请等手机上出现新的一组数字后再填，并核对手机时间是否准确。"


def own(actor: Actor, person: Person) -> None:
    """Raise ``Forbidden`` unless the actor acts for himself."""
    if actor.id != str(person.pk):
        actor.require("people.act_for_themselves")


def begin(actor: Actor, person: Person, now: dt.datetime) -> SecondFactor:
    """A new secret that counts once it is confirmed; the one in use stays until then."""
    own(actor, person)
    row = SecondFactor(organ=person.organ, person=person, begun_at=now)
    row.seal("secret", base64.b32encode(secrets.token_bytes(SECRET_BYTES)).decode())
    with transaction.atomic():
        rows = SecondFactor.objects.for_organ(person.organ_id).filter(person=person, confirmed_at=None)
        rows.filter(ended_at=None).update(ended_at=now)
        row.save(force_insert=True)
        record(actor, "people.second_factor.begin", str(person.pk), now)
    return row


def address_for_app(row: SecondFactor, issuer: str) -> str:
    """What the QR code says to an authenticator: ``otpauth://totp/…``."""
    label = f"{quote(issuer)}:{quote(row.person.login)}"
    return f"otpauth://totp/{label}?secret={row.opened('secret')}&issuer={quote(issuer)}&algorithm=SHA1&digits=6&period=30"


def confirm(actor: Actor, row: SecondFactor, code: str, now: dt.datetime) -> list[str]:
    """Take a new secret into use with its first code; the recovery codes, shown this once.

    Raises ``ValidationError`` for a wrong code, ``TooMany`` after too many.
    """
    person = row.person
    own(actor, person)
    count("second_factor", str(person.pk), now)
    step = _step_of(row, code, now)
    if step is None:
        raise ValidationError(WRONG)
    with transaction.atomic():
        mine = SecondFactor.objects.for_organ(person.organ_id).filter(person=person)
        mine.confirmed().exclude(pk=row.pk).update(ended_at=now)
        waiting = mine.filter(pk=row.pk, confirmed_at=None, ended_at=None)
        if not waiting.update(confirmed_at=now, last_t=step):
            raise ValidationError("这次绑定已经失效，请重新开始。")
        codes = _new_codes(person, now)
        # In here: bound with codes that nobody was shown, he would be shut out with his telephone.
        forget("second_factor", str(person.pk))
        record(actor, "people.second_factor.confirm", str(person.pk), now)
    return codes


def _step_of(row: SecondFactor, code: str, now: dt.datetime) -> int | None:
    """The time step whose code this is, later than the last one used; None where there is none."""
    text = "".join(code.split())
    if len(text) != 6 or not text.isascii() or not text.isdigit():
        return None
    clock = TOTP(base64.b32decode(row.opened("secret")), step=STEP_SECONDS)
    clock.time = int(now.timestamp())
    return clock.t() if clock.verify(int(text), tolerance=TOLERANCE, min_t=row.last_t + 1) else None


def accept(person: Person, code: str, now: dt.datetime) -> str | None:
    """What this code is, in words, where it is the person's: one of the authenticator or a recovery code; it
    is used up.
    """
    if _uses_step(person, code, now):
        return "动态口令"
    return "恢复码" if _uses_recovery(person, code, now) else None


def _uses_step(person: Person, code: str, now: dt.datetime) -> bool:
    rows = SecondFactor.objects.for_organ(person.organ_id).confirmed().filter(person=person)
    row = rows.select_related("person", "organ").first()
    if row is None:
        return False
    step = _step_of(row, code, now)
    return step is not None and bool(rows.filter(pk=row.pk, last_t__lt=step).update(last_t=step))


def hash_of(code: str) -> str:
    """The hash of a recovery code; 80 bits of chance need no salt."""
    text = "".join(c for c in code.lower() if c.isalnum())
    return hashlib.sha256(text.encode()).hexdigest()


def _uses_recovery(person: Person, code: str, now: dt.datetime) -> bool:
    rows = RecoveryCode.objects.for_organ(person.organ_id).filter(person=person, ended_at=None)
    return bool(rows.filter(hash=hash_of(code), used_at=None).update(used_at=now))


def _new_codes(person: Person, now: dt.datetime) -> list[str]:
    rows = RecoveryCode.objects.for_organ(person.organ_id).filter(person=person, ended_at=None)
    rows.update(ended_at=now)
    codes = []
    for _ in range(CODES):
        text = "".join(secrets.choice(CODE_CHARACTERS) for _ in range(16))
        codes.append("-".join(text[i : i + 4] for i in range(0, 16, 4)))
        RecoveryCode.objects.create(organ=person.organ, person=person, hash=hash_of(codes[-1]), made_at=now)
    return codes


def renew_codes(actor: Actor, person: Person, now: dt.datetime) -> list[str]:
    """New recovery codes in place of the old ones, shown this once."""
    own(actor, person)
    with transaction.atomic():
        codes = _new_codes(person, now)
        record(actor, "people.recovery_codes", str(person.pk), now, number=len(codes))
    return codes


def codes_left(person: Person) -> int:
    """How many recovery codes are still good."""
    rows = RecoveryCode.objects.for_organ(person.organ_id).filter(person=person, ended_at=None, used_at=None)
    return int(rows.count())


def give_up(person: Person, now: dt.datetime) -> None:
    """End second factor and recovery codes of a person; inside the transaction of an act that says why."""
    SecondFactor.objects.for_organ(person.organ_id).filter(person=person, ended_at=None).update(ended_at=now)
    RecoveryCode.objects.for_organ(person.organ_id).filter(person=person, ended_at=None).update(ended_at=now)
