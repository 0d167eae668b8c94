"""Many files: in order, on several processes, and a bad one costs only itself."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from gongkai.cli import batch
from gongkai.cli.batch import run
from gongkai.files.limits import Limits
from gongkai.values.errors import Refused


def _crash_in_c() -> None:
    """A segmentation fault, without the trace that the test runner would print."""
    faulthandler.disable()
    ctypes.string_at(0)


def _hang_in_c() -> None:
    """Block the alarm as a loop in C code does, and stay."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
    time.sleep(60)


@dataclass(frozen=True)
class Deeds:
    """A plan whose file names say what happens to the worker."""

    def prepare(self) -> Callable[[str], str]:
        """The work."""
        deeds: dict[str, Callable[[], object]] = {
            "crash": _crash_in_c,
            "exit": lambda: os._exit(3),
            "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
            "hang": _hang_in_c,
            "sleep": lambda: time.sleep(60),
            "memory": lambda: bytearray(10**12),
            "bug": lambda: {}["key"],
            "refuse": _refuse,
            "slow": lambda: time.sleep(0.3),
        }

        def work(name: str) -> str:
            deeds.get(name.rstrip("0123456789"), lambda: None)()
            return f"{name} done"

        return work

    def failed(self, name: str, code: str, message: str) -> str:
        """The failure in short."""
        assert message
        return f"{name} {code}"


def _refuse() -> None:
    raise Refused("damaged", "文件已损坏。")


QUICK = Limits(seconds=0.5, memory=2_000_000_000)


def test_results_come_in_the_order_of_the_input() -> None:
    names = ["slow1", *(f"file{n}" for n in range(300)), "slow2", "file9"]
    assert list(run(Deeds(), names, 3, Limits())) == [f"{name} done" for name in names]


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("crash", "breakdown"),
        ("exit", "breakdown"),
        ("killed", "breakdown"),
        ("sleep", "too_slow"),
        ("hang", "too_slow"),
        ("memory", "too_much_memory"),
        ("bug", "breakdown"),
        ("refuse", "damaged"),
    ],
)
def test_a_bad_file_costs_only_itself(deed: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "GRACE", 0.5)
    names = ["a", "b", deed, "c", "d", "e", "f"]
    got = list(run(Deeds(), names, 2, QUICK))
    assert got == [f"{name} {code}" if name == deed else f"{name} done" for name in names]


def test_nothing_is_handed_out_far_ahead_of_what_is_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "WINDOW", 4)
    pool = batch._Pool(Deeds(), ["slow", *("x" * n for n in range(1, 200))], 2, Limits())
    try:
        most = 0
        for _ in pool.results():
            most = max(most, len(pool.done))
    finally:
        pool.close()
    assert 0 < most <= 2 * 4


def test_no_worker_outlives_the_run() -> None:
    results = run(Deeds(), [f"file{n}" for n in range(50)], 2, Limits())
    next(results)
    frame = results.gi_frame  # type: ignore[attr-defined]
    workers = [worker.process for worker in frame.f_locals["pool"].workers]
    results.close()  # type: ignore[attr-defined]
    assert len(workers) == 2
    assert all(process.exitcode is not None for process in workers)


def test_a_broken_installation_is_no_matter_of_files() -> None:
    class Broken(Deeds):
        def prepare(self) -> Callable[[str], str]:
            raise ImportError("no reader")

    with pytest.raises(ImportError):
        list(run(Broken(), ["a"], 1, Limits()))
