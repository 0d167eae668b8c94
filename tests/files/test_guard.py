"""A foreign file is read in a process of its own that cannot outlive its bounds."""

from __future__ import annotations

import multiprocessing
import os
import time

import pytest

from gongkai.files.guard import run_guarded
from gongkai.values.errors import FileError, OverLimit, Refused


def _double(number: int) -> int:
    return number * 2


def _process() -> int:
    return os.getpid()


def _sleep() -> None:
    time.sleep(60)


def _eat() -> int:
    return len(bytearray(1_500_000_000))


def _refuse() -> None:
    raise Refused("damaged", "文件已损坏。")


def _stumble() -> None:
    raise KeyError("a")


def _crash() -> None:
    os.abort()


def _unpicklable() -> object:
    return lambda: None


def test_the_result_comes_back_from_another_process() -> None:
    assert run_guarded(_double, 21) == 42
    assert run_guarded(_process) != os.getpid()


def test_a_file_error_comes_back_as_it_is() -> None:
    with pytest.raises(Refused) as caught:
        run_guarded(_refuse)
    assert (caught.value.code, caught.value.message) == ("damaged", "文件已损坏。")


@pytest.mark.parametrize("function", [_stumble, _crash, _unpicklable])
def test_any_other_breakdown_is_one_line(function: object) -> None:
    with pytest.raises(FileError) as caught:
        run_guarded(function)  # type: ignore[arg-type]
    assert caught.value.code == "breakdown"


def test_time_is_bounded_and_no_process_stays() -> None:
    started = time.monotonic()
    with pytest.raises(OverLimit) as caught:
        run_guarded(_sleep, seconds=0.5)
    assert caught.value.code == "too_slow"
    assert time.monotonic() - started < 5
    assert multiprocessing.active_children() == []


def test_memory_is_bounded_and_enough_memory_is_enough() -> None:
    with pytest.raises(OverLimit) as caught:
        run_guarded(_eat, seconds=300, memory=1_000_000_000)
    assert caught.value.code == "too_much_memory"
    assert run_guarded(_eat, seconds=300, memory=8_000_000_000) == 1_500_000_000
