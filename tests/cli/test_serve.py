"""``gongkai serve`` keeps three processes alive behind one command, and ends all of them when it is told to."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from tests.cli.files import ROOT
from tests.web.outside import Installation, installed

pytestmark = pytest.mark.slow  # whole processes

PATIENCE = 120.0
STARTED = re.compile(r"(网页|后台任务|定时)已启动（进程(\d+)）")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answer(address: str) -> tuple[int, str]:
    """Status and text of the page, once the server is up."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=20) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


class Served:
    """A running command: what it has said so far, and the processes it named."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self.said: list[str] = []
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        self.said.extend(iter(self.process.stderr.readline, ""))

    def starts(self, name: str) -> list[int]:
        """The processes of a part, in the order in which they were started."""
        return [int(m[2]) for line in list(self.said) if (m := STARTED.search(line)) and m[1] == name]

    def started(self, name: str, times: int = 1) -> int:
        """The process of a part, once it was started so often."""
        until = time.monotonic() + PATIENCE
        while len(self.starts(name)) < times:
            assert time.monotonic() < until, "".join(self.said)
            assert self.process.poll() is None, "".join(self.said)
            time.sleep(0.1)
        return self.starts(name)[-1]


@contextmanager
def serving(here: Installation, port: int, *more: str) -> Iterator[Served]:
    """The command in that installation; killed at the end if it is still there."""
    line = [sys.executable, "-m", "gongkai", "serve", "--port", str(port), *more]
    with subprocess.Popen(
        line, env=here.environment, cwd=ROOT, text=True, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as process:
        try:
            yield Served(process)
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(PATIENCE)


def gone(pid: int) -> bool:
    """Whether a process has ended (or is only waiting to be asked for its status) within our patience."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            stat = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return True
        if stat.rpartition(")")[2].split()[0] == "Z":
            return True
        time.sleep(0.1)
    return False


def test_the_first_start_makes_everything_and_all_ends_together(tmp_path: Path) -> None:
    here, port = Installation(tmp_path / "data"), free_port()
    with serving(here, port) as served:
        status, text = answer(f"http://127.0.0.1:{port}/")
        assert (status, "年报体检" in text) == (200, True)
        status, text = answer(f"http://127.0.0.1:{port}/office/sign-in/")
        assert (status, "登录" in text) == (200, True)
        parts = [served.started(name) for name in ("网页", "后台任务", "定时")]
        served.process.send_signal(signal.SIGINT)
        assert served.process.wait(PATIENCE) == 0
    said = "".join(served.said)
    assert "已建立数据库" in said
    assert f"http://127.0.0.1:{port}/" in said
    assert all(gone(pid) for pid in parts)


def test_what_is_killed_comes_back_and_what_was_queued_is_done(tmp_path: Path) -> None:
    here, port = installed(tmp_path / "data"), free_port()
    with serving(here, port) as served:
        for name in ("网页", "后台任务", "定时"):
            os.kill(served.started(name), signal.SIGKILL)
            assert served.started(name, 2) != served.starts(name)[0]
        assert answer(f"http://127.0.0.1:{port}/office/sign-in/")[0] == 200
        until = time.monotonic() + PATIENCE
        done = "from django_tasks_db.models import DBTaskResult as T; print(T.objects.successful().count())"
        while not here.python(done):
            assert time.monotonic() < until, "tick and worker did nothing"


def test_when_the_supervisor_is_killed_its_parts_end(tmp_path: Path) -> None:
    here = installed(tmp_path / "data")
    with serving(here, free_port()) as served:
        parts = [served.started(name) for name in ("网页", "后台任务", "定时")]
        answer(f"http://127.0.0.1:{served.process.args[5]}/")  # type: ignore[index]  # the port
        served.process.send_signal(signal.SIGKILL)
        served.process.wait(PATIENCE)
        assert [gone(pid) for pid in parts] == [True] * 3


def test_a_port_in_use_ends_it_with_a_status(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with serving(installed(tmp_path / "data"), int(taken.getsockname()[1])) as served:
            assert served.process.wait(PATIENCE) == 1
    assert "不再重试" in "".join(served.said)


def test_the_checkup_alone_needs_no_database(tmp_path: Path) -> None:
    here, port = Installation(tmp_path / "data"), free_port()
    with serving(here, port, "--checkup-only") as served:
        status, text = answer(f"http://127.0.0.1:{port}/")
        assert (status, "年报体检" in text) == (200, True)
        assert answer(f"http://127.0.0.1:{port}/office/sign-in/")[0] == 404
        served.process.send_signal(signal.SIGTERM)
        served.process.wait(PATIENCE)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("more", "said"),
    [({"GONGKAI_DATABASE": "mysql://x"}, "GONGKAI_DATABASE"), ({"GONGKAI_MAIL": "x"}, "GONGKAI_MAIL")],
)
def test_a_wrong_setting_is_told_at_once(tmp_path: Path, more: dict[str, str], said: str) -> None:
    done = Installation(tmp_path / "data", more=more).gongkai("serve")
    assert (done.returncode, said in done.stderr, "Traceback" in done.stderr) == (2, True, False)
