"""Bounds on the work of a process: address space, and seconds for one file. No-ops where the system has
none.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from gongkai.files.limits import Limits
from gongkai.values.errors import OverLimit

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]


def bound_memory(limits: Limits) -> None:
    """Give this process no more address space than ``limits.memory`` bytes, and no core dump."""
    if resource is None:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


@contextmanager
def within(seconds: float, message: str) -> Iterator[None]:
    """Raise :class:`OverLimit` (``too_slow``) in the block once ``seconds`` of wall clock have passed."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def ring(*_: object) -> NoReturn:
        raise OverLimit("too_slow", message)

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
