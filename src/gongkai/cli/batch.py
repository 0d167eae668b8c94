"""Many files on all cores: every file in a worker process with bounds, results in the order of the input.

A worker that hangs, crashes or eats memory costs the file it was at and nothing else: it is replaced and the
files waiting behind go to another. Memory stays flat, because no file is handed out more than a window ahead
of the next result to print. ``concurrent.futures`` cannot do this: one crash there breaks the pool and loses
every waiting file.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, Protocol, TypeVar

from gongkai.files.bounds import BREAKDOWN, bound_memory, too_slow, trouble, within
from gongkai.files.limits import Limits

Result_co = TypeVar("Result_co", covariant=True)

AHEAD = 4
"""Files that wait in the pipe of one worker, so that it never idles between two."""
WINDOW = 64
"""Files per worker that may be done before the next one in order is."""
GRACE = 3.0
"""Seconds beyond the limit after which a worker is killed that its own alarm could not stop (C code that
loops).
"""


class Plan(Protocol[Result_co]):
    """What is done with each file. Must be picklable: it travels to the workers."""

    def prepare(self) -> Callable[[str], Result_co]:
        """Load what the work needs, once per worker, and give the work on one file."""
        ...

    def failed(self, name: str, code: str, message: str) -> Result_co:
        """The result for a file that the worker could not finish."""
        ...


@dataclass(slots=True)
class _Worker:
    process: Any
    pipe: Connection
    waiting: deque[int] = field(default_factory=deque)
    since: float = 0.0


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(plan: Plan[Result_co], names: Sequence[str], jobs: int, limits: Limits) -> Iterator[Result_co]:
    """The result of ``plan`` for each of ``names``, in order, by ``jobs`` worker processes."""
    pool = _Pool(plan, names, min(max(1, jobs), len(names)), limits)
    try:
        yield from pool.results()
    finally:
        pool.close()


class _Pool(Generic[Result_co]):
    """The parent's side: who has which file, what came back, what is next."""

    def __init__(self, plan: Plan[Result_co], names: Sequence[str], jobs: int, limits: Limits) -> None:
        self.plan, self.names, self.limits = plan, names, limits
        forks = sys.platform == "linux"
        self.context: Any = multiprocessing.get_context("fork" if forks else "spawn")
        work = (
            plan.prepare()
        )  # here too: a broken installation shows at once, and a fork shares what is loaded
        self.work = work if forks else None
        self.again: deque[int] = deque()
        self.handed = 0
        self.printed = 0
        self.done: dict[int, Result_co] = {}
        self.window = jobs * WINDOW
        self.workers = [self._hire() for _ in range(jobs)]

    def results(self) -> Iterator[Result_co]:
        """Hand out, collect, and give in order."""
        while self.printed < len(self.names):
            for worker in self.workers:
                self._feed(worker)
            self._collect()
            while self.printed in self.done:
                result = self.done.pop(self.printed)
                self.printed += 1
                yield result

    def close(self) -> None:
        """End every worker at once; nothing they hold is wanted any more."""
        for worker in self.workers:
            worker.process.kill()
            worker.process.join()
            worker.pipe.close()

    def _hire(self) -> _Worker:
        ours, theirs = self.context.Pipe()
        job = (self.plan, self.work, self.limits, theirs)
        process = self.context.Process(target=_serve, args=job, daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _next(self) -> int | None:
        """The index of the next file to hand out, None where all are out or the window is full."""
        if self.again:
            return self.again.popleft()
        if self.handed < len(self.names) and self.handed < self.printed + self.window:
            self.handed += 1
            return self.handed - 1
        return None

    def _feed(self, worker: _Worker) -> None:
        while len(worker.waiting) < AHEAD:
            index = self._next()
            if index is None:
                return
            if not worker.waiting:
                worker.since = time.monotonic()
            worker.waiting.append(index)
            try:
                worker.pipe.send(self.names[index])
            except OSError:
                return  # it has died; its silence is noticed in _collect

    def _collect(self) -> None:
        """Take what has come; replace whom nothing will come from."""
        busy = {worker.pipe: worker for worker in self.workers if worker.waiting}
        for pipe in wait(list(busy), timeout=0.5):
            self._take(busy[pipe])  # type: ignore[index]  # only connections were asked for
        now = time.monotonic()
        for worker in list(self.workers):
            if worker.waiting and now - worker.since > self.limits.seconds + GRACE and not worker.pipe.poll():
                worker.process.kill()
                self._replace(worker, "too_slow", too_slow(self.limits.seconds))

    def _take(self, worker: _Worker) -> None:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            self._replace(worker, "breakdown", BREAKDOWN)
            return
        self.done[worker.waiting.popleft()] = result
        worker.since = time.monotonic()

    def _replace(self, worker: _Worker, code: str, message: str) -> None:
        """The worker is gone: the file it was at has failed, those behind it are handed out again."""
        worker.process.join()
        worker.pipe.close()
        culprit = worker.waiting.popleft()
        self.done[culprit] = self.plan.failed(self.names[culprit], code, message)
        self.again.extend(worker.waiting)
        self.workers[self.workers.index(worker)] = self._hire()


def _serve(plan: Plan[Any], work: Callable[[str], Any] | None, limits: Limits, pipe: Connection) -> None:
    """In the worker: names in, results out, until the parent has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    bound_memory(limits)
    work = work or plan.prepare()
    parent = multiprocessing.parent_process()
    while True:
        while not pipe.poll(2.0):
            if parent is None or not parent.is_alive():
                return
        try:
            pipe.send(_one(plan, work, pipe.recv(), limits))
        except (EOFError, OSError):
            return


def _one(plan: Plan[Any], work: Callable[[str], Any], name: str, limits: Limits) -> Any:
    try:
        with within(limits.seconds, too_slow(limits.seconds)):
            return work(name)
    except Exception as error:  # a fault of ours or of a library must not cost the other files
        return plan.failed(name, *trouble(error))
