"""Periodic jobs of the notices: sending, the digest, and what the house itself has to tell."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from gongkai.web.audit.verifying import verify
from gongkai.web.jobs.schedule import daily, every
from gongkai.web.notices.actions.digest import make_digests
from gongkai.web.notices.actions.sending import send_due
from gongkai.web.notices.actions.tell import tell
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person, RoleGrant
from gongkai.web.workdays.door import calendar_for

REMIND_FROM = (10, 25)
"""From this day of the year on the next year's notice is missed (month, day). It has come out between the end
of October and the middle of November; a habit, no rule.
"""


@every("notices.send", minutes=1, words="发送到时间的消息")
@task()
def send_messages() -> None:
    """Send what is due."""
    send_due(timezone.now())


@every("notices.digest", minutes=10, words="生成每日摘要")
@task()
def gather_digests() -> None:
    """Make the digests whose time has come."""
    make_digests(timezone.now())


@daily("audit.verify", at=dt.time(3, 10), words="核验审计链，不符时通知审计管理员")
@task()
def verify_audit() -> None:
    """Verify all chains, and tell the audit administrators of every organ where one does not hold."""
    tell_of_breaks(len(verify()), timezone.now())


def tell_of_breaks(count: int, now: dt.datetime) -> int:
    """Tell the audit administrators of so many breaks; how many people were told."""
    key = f"audit.broken/{timezone.localdate(now).isoformat()}"
    return _tell_all("audit_administrator", "audit.broken", now, key, count=str(count)) if count else 0


@daily("holidays.remind", at=dt.time(9, 0), words="缺少下一年放假安排时提醒系统管理员")
@task()
def remind_of_holidays() -> None:
    """Remind of a missing notice."""
    tell_of_missing_notice(timezone.now())


def tell_of_missing_notice(now: dt.datetime) -> int:
    """Tell the system administrators, once a week from :data:`REMIND_FROM` on, that next year's
    notice is missing.
    """
    today = timezone.localdate(now)
    first = dt.date(today.year, *REMIND_FROM)
    next_year = dt.date(today.year + 1, 1, 1)
    if today < first or calendar_for("").known(next_year):
        return 0
    week = (today - first).days // 7
    key = f"holidays.missing/{next_year.year}/{week}"
    return _tell_all("system_administrator", "holidays.missing", now, key, matter=f"{next_year.year}年")


def _tell_all(role: str, kind: str, now: dt.datetime, key: str, **values: str) -> int:
    today, told = timezone.localdate(now), 0
    for organ in Organ.objects.order_by("code"):
        holders = RoleGrant.objects.for_organ(organ).on(today).filter(role=role)
        people = Person.objects.for_organ(organ).filter(pk__in=holders.values("person_id"))
        with transaction.atomic():
            told += tell(organ, people, kind, now, key=key, **values)
    return told
