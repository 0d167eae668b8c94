"""One process that starts the others, starts again what dies, and ends all of them together.

A part that dies is started again after a pause that doubles; one that lived long starts the count anew. A
part that dies again and again right away cannot work (a port in use, a folder that is gone): then everything
ends with status 1. Each part holds the reading end of a pipe from here; when this process is gone, however it
went, the part ends by itself.
"""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0
"""Seconds before a part is started again."""
LONG_LIFE = 15.0
"""A part that lived for so many seconds did not die of its start."""
MOST_DEATHS = 5
"""So often may a part die young."""
PATIENCE = 30.0
"""Seconds that the parts have to end when they are told to."""
LOOK = 0.1
FAILED = 1
log = logging.getLogger("gongkai.serve")


@dataclass
class Part:
    """A process to keep alive: its name for a person, and its command line."""

    name: str
    line: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    young_deaths: int = 0
    again_at: float = field(default=0.0)

    def start(self) -> None:
        """Start the process in a session of its own, so that Ctrl+C reaches this one alone."""
        self.process = subprocess.Popen(  # noqa: S603  # our own command line
            self.line, stdin=subprocess.PIPE, start_new_session=True
        )
        self.started = time.monotonic()
        log.info("%s已启动（进程%d）。", self.name, self.process.pid)

    def look(self) -> bool:
        """Start the process where it is due; False where it died young too often."""
        now = time.monotonic()
        if self.process is None:
            if now >= self.again_at:
                self.start()
            return True
        status = self.process.poll()
        if status is None:
            return True
        self.young_deaths = 0 if now - self.started >= LONG_LIFE else self.young_deaths + 1
        self.process = None
        if self.young_deaths >= MOST_DEATHS:
            log.error(
                "%s连续%d次启动后立即退出（%d），不再重试，请查看上面的原因。", self.name, MOST_DEATHS, status
            )
            return False
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** max(0, self.young_deaths - 1))
        self.again_at = now + pause
        log.warning("%s意外退出（%d），%.1f秒后重新启动。", self.name, status, pause)
        return True


def supervise(parts: Sequence[Part]) -> int:
    """Keep the parts alive until SIGTERM or Ctrl+C; the exit status: 0, or 1 where one could not be kept."""
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    status = 0
    try:
        while not ended.wait(LOOK):
            for part in parts:
                status = status or (0 if part.look() else FAILED)
            if status:
                break
    finally:
        end(parts)
    log.info("已停止。")
    return status


def end(parts: Sequence[Part]) -> None:
    """Tell all parts to end, and wait; what does not end in time is killed."""
    alive = [part.process for part in parts if part.process is not None]
    for process in alive:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + PATIENCE
    for process in alive:
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            log.warning("进程%d没有按时退出，强制结束。", process.pid)
            process.kill()
            process.wait()


def follow_the_supervisor() -> None:
    """In a part: end (SIGTERM) when the supervisor is gone, which closes our standard input."""

    def watch() -> None:
        # Past Python's own buffer, whose lock would hold up the end of the process.
        while os.read(0, 1):
            pass
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=watch, daemon=True).start()
