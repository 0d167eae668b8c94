"""The gate: a guarded process for each file, a bounded number of them, and always let go."""

from __future__ import annotations

import threading

import pytest
from django.test.utils import override_settings

from gongkai.report.samples.shelf import sample
from gongkai.values.errors import OverLimit, Refused
from gongkai.web.portal import readers


@pytest.fixture
def one_reader(monkeypatch: pytest.MonkeyPatch) -> threading.BoundedSemaphore:
    """A gate for a single reader, with next to no waiting."""
    gate = threading.BoundedSemaphore(1)
    monkeypatch.setattr(readers, "_gate", lambda: gate)
    monkeypatch.setattr(readers, "WAIT_SECONDS", 0.05)
    return gate


def test_a_file_is_read_in_a_process_of_its_own() -> None:
    one = sample("minghu")
    assert readers.read(one.file, one.data()).parts


def test_a_full_gate_says_busy(one_reader: threading.BoundedSemaphore) -> None:
    one_reader.acquire()
    with pytest.raises(readers.Busy, match="过一分钟"):
        readers.read("a.txt", "文字".encode())
    one_reader.release()


def test_the_gate_opens_again_after_an_error(one_reader: threading.BoundedSemaphore) -> None:
    for _ in range(2):
        with pytest.raises(Refused):
            readers.read("a.pdf", b"%PDF-1.7 nothing")
    assert one_reader.acquire(blocking=False)


def test_a_file_above_the_limit_never_starts_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "run_guarded", lambda *a, **k: pytest.fail("a process was started"))
    with override_settings(UPLOAD_BYTES=10), pytest.raises(OverLimit):
        readers.read("a.txt", b"x" * 11)


def test_time_is_bounded() -> None:
    one = sample("minghu")
    with override_settings(READ_SECONDS=0), pytest.raises(OverLimit) as caught:
        readers.read(one.file, one.data())
    assert caught.value.code == "too_slow"


def test_a_text_that_is_no_report_is_told_so() -> None:
    with pytest.raises(Refused) as caught:
        readers.read("a.txt", "今天天气很好，适合散步。".encode())
    assert caught.value.code == "no_report"
