"""Withdrawing: possible until the reply has left, without giving reasons.

Source: point A19 (INFERRED: the case is counted as 其他处理).
"""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.answer import answer


def withdraw(application: Application, words: str, seen: int, now: dt.datetime) -> None:
    """End the case at the applicant's wish; ``words`` may be empty.

    Raises :class:`~gongkai.values.errors.NotAllowed` once the reply has left, ``Taken`` where something was
    entered since ``seen``.
    """
    answer(application, "withdrawal", words, seen, now=now)
