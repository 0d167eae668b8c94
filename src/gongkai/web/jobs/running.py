"""The two processes beside the pages: the worker that runs tasks, and the tick."""

from __future__ import annotations

import logging
import os
import signal
import socket
import threading

from django.db import close_old_connections
from django.utils import timezone
from django_tasks_db.management.commands.db_worker import Worker

from gongkai.web.jobs.reaper import reap
from gongkai.web.jobs.tick import tick

INTERVAL = 1.0
"""Seconds that an idle worker waits before it looks again."""
BEAT = 5.0
"""Seconds between two looks at the clock."""
log = logging.getLogger("gongkai.jobs")


def work(*, batch: bool = False) -> None:
    """Run tasks until the process is told to end (SIGTERM, SIGINT), which it does between two tasks.

    ``batch`` ends when the queue is empty.
    """
    worker = Worker(
        queue_names=["*"],
        interval=INTERVAL,
        batch=batch,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=f"{socket.gethostname()[:40]}-{os.getpid()}",
        excluded_queue_names=[],
    )
    worker.configure_signals()
    worker.run()


def beat() -> None:
    """Tick and reap until the process is told to end; a failure is logged, and the next round tries again."""
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    while not ended.is_set():
        close_old_connections()
        try:
            tick(timezone.now())
            reap(timezone.now())
        except Exception:
            log.exception("定时检查没有完成，稍后再试。")
        ended.wait(BEAT)
