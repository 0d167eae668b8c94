"""Adding a line: in the transaction of the act itself, as its last step."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import connection, transaction

from gongkai.web.audit.chain import FIRST, Line, hash_of
from gongkai.web.audit.models import AuditHead, AuditLine
from gongkai.web.rights.actor import Actor


def record(actor: Actor, act: str, subject: str, at: dt.datetime, **data: Any) -> AuditLine:
    """Add a line to the chain of the actor's organ; the head row is locked until the transaction ends.

    ``data`` holds ids, counts and hashes: values that JSON knows, nothing personal. Must run inside a
    transaction, after
    the act has written what it writes. Raises ``RuntimeError`` outside of one.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an audit line belongs into the transaction of the act that it tells of")
    chain = actor.organ_code
    head = _locked(chain)
    line = Line(
        chain=chain,
        number=head.number + 1,
        at=at,
        actor=actor.id,
        act=act,
        subject=subject,
        data=data,
        algorithm=settings.AUDIT_HASH,
        previous=head.hash or FIRST,
    )
    hash_ = hash_of(line)
    row = AuditLine.objects.create(
        chain=chain,
        number=line.number,
        at=at,
        actor=line.actor,
        act=act,
        subject=subject,
        data=data,
        algorithm=line.algorithm,
        previous=line.previous,
        hash=hash_,
    )
    AuditHead.objects.filter(chain=chain).update(number=line.number, hash=hash_)
    return row


def _locked(chain: str) -> AuditHead:
    """The head of a chain, locked; made with the first line."""
    rows = AuditHead.objects.select_for_update().filter(chain=chain)
    head = rows.first()
    if head is None:
        AuditHead.objects.get_or_create(chain=chain)
        head = rows.get()
    return head


def record_alone(actor: Actor, act: str, subject: str, at: dt.datetime, **data: Any) -> None:
    """Add a line for something that writes nothing else (a look at a private value, a failed sign-in)."""
    with transaction.atomic():
        record(actor, act, subject, at, **data)
