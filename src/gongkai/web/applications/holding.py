"""Holding a case: its row locked until the transaction ends, for acts that look first and write then.

The one order in which acts wait for each other: the letter, the case, running numbers, the position of an
entry, the chain of audit last. Who has left a line of audit (storing a file does) and then waits for the case
of somebody who waits to leave his own waits for ever: so the case is held before.

Source: security check C38.
"""

from __future__ import annotations

from django.db import connection

from gongkai.web.applications.models import Application


def hold(application: Application) -> None:
    """Wait until nobody else acts on the case, and keep it. Raises ``RuntimeError`` outside a transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("a case is held in the transaction of the act on it")
    rows = Application.objects.for_organ(application.organ_id).filter(pk=application.pk)
    # What refers to the case may still be written: its key does not change.
    list(rows.select_for_update(no_key=True).values_list("pk"))
