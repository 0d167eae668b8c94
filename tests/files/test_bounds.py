"""Time and memory have bounds."""

from __future__ import annotations

import multiprocessing
import signal
import time

import pytest

from gongkai.files.bounds import bound_memory, trouble, within
from gongkai.files.limits import Limits
from gongkai.values.errors import OverLimit, Refused


def test_work_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(OverLimit, match="太久") as stopped, within(0.05, "太久"):
        time.sleep(5)
    assert stopped.value.code == "too_slow"


def test_work_in_time_is_left_alone_and_the_alarm_is_off_afterwards() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with within(5, "太久"):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) is before


def _greedy(bound: bool) -> None:
    if bound:
        bound_memory(Limits(memory=400_000_000))
    try:
        bytearray(600_000_000)
    except MemoryError:
        raise SystemExit(7) from None


@pytest.mark.parametrize(("bound", "status"), [(True, 7), (False, 0)])
def test_memory_beyond_the_limit_is_refused_and_only_then(bound: bool, status: int) -> None:
    process = multiprocessing.get_context("fork").Process(target=_greedy, args=(bound,))
    process.start()
    process.join()
    assert process.exitcode == status


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (MemoryError(), "too_much_memory"),
        (RecursionError(), "too_deep"),
        (Refused("empty", "文件是空的。"), "empty"),
        (KeyError("x"), "breakdown"),
    ],
)
def test_every_trouble_has_a_code_and_a_sentence(error: Exception, code: str) -> None:
    found, sentence = trouble(error)
    assert found == code
    assert "。" in sentence
