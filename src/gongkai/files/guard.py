"""Running the reading of a foreign file in a process of its own, with a bound on memory and on time.

Used where an unknown person hands in the file (the web page): a parser that hangs, eats memory or crashes
in C code takes only its own process with it.
"""

from __future__ import annotations

import multiprocessing
import resource
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from gongkai.files.limits import Limits
from gongkai.values.errors import FileError, OverLimit, Refused

Result = TypeVar("Result")
_GRACE = 2.0
_PRELOADED = ["__main__", "gongkai.files.accept"]
"""What the server that forks the processes loads once, so that not every process loads it anew."""


def run_guarded(
    function: Callable[..., Result],
    *args: Any,
    seconds: float | None = None,
    memory: int | None = None,
) -> Result:
    """``function(*args)`` in a fresh process, bound to ``seconds`` (wall clock) and ``memory`` (bytes).

    Function, arguments and result must be picklable. Raises the FileError that the function raised, OverLimit
    (``too_slow``, ``too_much_memory``) or Refused (``breakdown``: anything else, a crash included). The
    process is gone when this returns.
    """
    limits = Limits()
    wait = limits.seconds if seconds is None else seconds
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    ours, theirs = context.Pipe(duplex=False)
    job = (theirs, function, args, limits.memory if memory is None else memory, int(wait) + 2)
    process = context.Process(target=_work, args=job, daemon=True)
    process.start()
    theirs.close()
    try:
        done, value = _answer(ours, wait)
    finally:
        ours.close()
        _end(process)
    if done:
        return value  # type: ignore[no-any-return]
    raise value


def _answer(connection: Connection, seconds: float) -> tuple[bool, Any]:
    """What the process sent, or the error that its silence means."""
    if not connection.poll(seconds):
        return False, OverLimit(
            "too_slow", f"读取超过 {seconds:g} 秒，已停止。请去掉文件中的图片等无关内容，另存一份再试。"
        )
    try:
        return connection.recv()  # type: ignore[no-any-return]
    except (EOFError, OSError):
        return False, _breakdown()


def _breakdown() -> Refused:
    return Refused(
        "breakdown", "读取这份文件时程序出错，已停止。文件可能已损坏，请用 Word、WPS 另存一份再试。"
    )


def _tell(error: Exception) -> None:
    """Say on standard error what broke and where, never a word of the file."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "?"
    print(f"gongkai: reader broke down: {type(error).__name__} at {where}", file=sys.stderr)


def _end(process: Any) -> None:
    """Let the process go; kill it where it lingers; free its table entry."""
    process.join(0.05)
    if process.is_alive():
        process.kill()
    process.join(_GRACE)
    process.close()


def _work(connection: Connection, function: Callable[..., Any], args: Any, memory: int, cpu: int) -> None:
    """In the child: set the bounds, call, send (True, result) or (False, error)."""
    try:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        answer: tuple[bool, Any] = (True, function(*args))
    except FileError as error:
        answer = (False, error)
    except MemoryError:
        answer = (
            False,
            OverLimit("too_much_memory", "读取这份文件需要的内存过大，已停止。请精简文件后再试。"),
        )
    except Exception as error:  # whatever a parser throws on a hostile file must not reach the page
        _tell(error)
        answer = (False, _breakdown())
    try:
        connection.send(answer)
    except Exception:  # an answer that cannot be pickled, or no memory left to do so
        connection.send((False, _breakdown()))
    connection.close()
