"""An effect that happens once, however often its task runs.

A task is run again when its worker was killed (:mod:`gongkai.web.jobs.reaper`), and the first worker may have
come far. What it writes to the database therefore goes through :func:`once`: the effect and its key stand or
fall together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.db import IntegrityError, transaction

from gongkai.web.jobs.models import DoneOnce


def once(key: str, now: dt.datetime, effect: Callable[[], object]) -> bool:
    """Do ``effect`` unless it was done under this key before; True where it was done now.

    Effect and key are written in one transaction. Two at the same time: the database lets one of them in; the
    other waits, finds the key and does nothing. Whatever ``effect`` raises undoes both and is passed on.
    """
    with transaction.atomic():
        try:
            with transaction.atomic():
                DoneOnce.objects.create(key=key, at=now)
        except IntegrityError:
            return False
        effect()
    return True
