"""The gate before the reader: a bounded number of guarded processes at a time."""

from __future__ import annotations

from functools import cache
from threading import BoundedSemaphore

from django.conf import settings

from gongkai.files.guard import run_guarded
from gongkai.files.limits import Limits
from gongkai.values.errors import OverLimit
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.examine import examine

WAIT_SECONDS = 5.0


class Busy(OverLimit):
    """All readers are at work."""


def limits() -> Limits:
    """The limits of this installation."""
    return Limits(
        size=settings.UPLOAD_BYTES, seconds=settings.READ_SECONDS, memory=settings.READ_MEMORY_BYTES
    )


@cache
def _gate() -> BoundedSemaphore:
    return BoundedSemaphore(settings.READERS)


def read(name: str, data: bytes) -> Answer:
    """The answer for a file, made in a process of its own; raises :class:`FileError`, :class:`Busy`
    among them.
    """
    bounds = limits()
    bounds.check_size(len(data))
    if not _gate().acquire(timeout=WAIT_SECONDS):
        raise Busy("busy", "现在同时体检的人较多，没有排上。请过一分钟再提交一次。")
    try:
        return run_guarded(
            examine, name, data, bounds, seconds=settings.READ_SECONDS, memory=settings.READ_MEMORY_BYTES
        )
    finally:
        _gate().release()
