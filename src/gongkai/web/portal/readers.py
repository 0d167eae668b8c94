"""The gate before the reader: a bounded number of guarded processes at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import BoundedSemaphore
from typing import Any, TypeVar

from django.conf import settings

from gongkai.files.guard import run_guarded
from gongkai.files.limits import Limits
from gongkai.values.errors import OverLimit
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.examine import examine

Result = TypeVar("Result")

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
    return guarded(examine, name, data, bounds, seconds=settings.READ_SECONDS)


def guarded(function: Callable[..., Result], *args: Any, seconds: float, wait: float | None = None) -> Result:
    """``function(*args)`` in a process of its own once one of the readers is free.

    ``wait`` is how long to wait for that (seconds; :data:`WAIT_SECONDS` where none is given), ``seconds`` how
    long the work may take. Raises
    :class:`Busy`, and as :func:`gongkai.files.guard.run_guarded` does.
    """
    if not _gate().acquire(timeout=WAIT_SECONDS if wait is None else wait):
        raise Busy("busy", "现在同时体检的人较多，没有排上。请过一分钟再提交一次。")
    try:
        return run_guarded(function, *args, seconds=seconds, memory=settings.READ_MEMORY_BYTES)
    finally:
        _gate().release()
