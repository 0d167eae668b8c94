"""Asking whether there is room for one more try, and counting it.

The count stands in the database, so that it holds over all processes and servers.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from django.db import transaction

from gongkai.web.limits.models import Tried
from gongkai.web.limits.table import limit, limits


class TooMany(Exception):
    """The limit is reached; ``wait`` is the number of seconds until there is room again."""

    def __init__(self, key: str, wait: int) -> None:
        super().__init__(key)
        self.key = key
        self.wait = wait

    @property
    def words(self) -> str:
        """What there was too much of, and when to come back."""
        return f"{limit(self.key).words}已到上限，请在{-(-self.wait // 60)}分钟后再试。"


def _mark(who: str) -> str:
    return hashlib.sha256(who.encode()).hexdigest()


def check(key: str, who: str, now: dt.datetime) -> None:
    """Raise :class:`TooMany` where there is no room for another try; counts nothing."""
    row = Tried.objects.filter(key=key, who=_mark(who)).first()
    if row and row.count >= limit(key).count and (wait := _left(row, now)) > 0:
        raise TooMany(key, wait)


def _left(row: Tried, now: dt.datetime) -> int:
    end = row.since + dt.timedelta(seconds=limit(row.key).seconds)
    return -(-(end - now) // dt.timedelta(seconds=1))


def count(key: str, who: str, now: dt.datetime) -> int:
    """Count one try and say how many more there is room for; raises :class:`TooMany` instead of counting past
    it.
    """
    one = limit(key)
    with transaction.atomic():
        Tried.objects.get_or_create(key=key, who=_mark(who), defaults={"since": now})
        row = Tried.objects.select_for_update().get(key=key, who=_mark(who))
        if (wait := _left(row, now)) <= 0:
            row.since, row.count = now, 0
        elif row.count >= one.count:
            raise TooMany(key, wait)
        row.count += 1
        row.save(update_fields=["since", "count"])
    return one.count - row.count


def forget(key: str, who: str) -> None:
    """Forget the tries of who has shown to be the right one."""
    Tried.objects.filter(key=key, who=_mark(who)).delete()


def tidy(now: dt.datetime) -> int:
    """Take away the tries that no limit looks back to any more; the number of rows."""
    longest = max(one.seconds for one in limits().values())
    gone, _ = Tried.objects.filter(since__lt=now - dt.timedelta(seconds=longest)).delete()
    return gone
