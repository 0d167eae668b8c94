"""Bounds on the work of a process: address space, and seconds for one file. No-ops where the system has
none.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from gongkai.files.limits import Limits
from gongkai.values.errors import FileError, OverLimit

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

BREAKDOWN = "读这份文件时程序崩溃，已跳过。文件可能已损坏，请用 Word、WPS 或浏览器另存一份再试。"


def too_slow(seconds: float) -> str:
    """The sentence for a file that took longer than the limit."""
    return f"读取超过 {seconds:g} 秒，已跳过。请去掉文件中的图片等无关内容，另存一份再试。"


def trouble(error: Exception) -> tuple[str, str]:
    """The code and the sentence for a file whose reading ended in ``error``."""
    if isinstance(error, MemoryError):
        return "too_much_memory", "读取这份文件需要的内存过大，已跳过。请精简文件后再试。"
    if isinstance(error, RecursionError):
        return "too_deep", "文件的结构嵌套过深，已跳过。请另存为普通网页或文档后再试。"
    if isinstance(error, FileError):
        return error.code, error.message
    return "breakdown", f"{BREAKDOWN}（{type(error).__name__}）"


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
