"""``gongkai serve`` answers on the port that it was given, and ends when it is told to."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request

from tests.cli.files import ROOT

PATIENCE = 30.0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def first_answer(address: str) -> tuple[int, str]:
    """Status and text of the page, once the server is up."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return answer.status, answer.read().decode()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def test_the_page_is_served_and_the_server_ends() -> None:
    port = free_port()
    settings = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    line = [sys.executable, "-m", "gongkai", "serve", "--port", str(port)]
    with subprocess.Popen(line, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=settings) as server:
        try:
            status, text = first_answer(f"http://127.0.0.1:{port}/")
        finally:
            server.send_signal(signal.SIGINT)
            _, said = server.communicate(timeout=PATIENCE)
    assert status == 200
    assert "年报体检" in text
    assert f"http://127.0.0.1:{port}/" in said.decode()
