"""A live server under granian on a free port, and Debian's Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
START_SECONDS = 30.0
PATIENCE_MS = 60_000
"""How long a page may take to come; long, since a busy machine is no fault of the code."""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers; fail where it ends or never does."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert server.poll() is None, "the server ended while starting"
        try:
            urllib.request.urlopen(url, timeout=2).read()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"the server did not answer within {START_SECONDS} s")


def go(to: Locator) -> None:
    """Click what leads to another page, and come back when all of that page is there.

    A click alone comes back while the old page still stands or the new one is half read, so that what is looked at
    next, without waiting for it, may be either.
    """
    with to.page.expect_navigation(timeout=PATIENCE_MS):
        to.click()


@contextmanager
def serving(environment: Mapping[str, str], threads: int = 2) -> Iterator[str]:
    """Address of a server of one process with that environment."""
    port = free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1"]
    command += ["--blocking-threads", str(threads), "--no-ws", "gongkai.web.wsgi:application"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/static/portal/icon.svg", process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Address of a server with one worker."""
    more = {"PYTHONPATH": str(ROOT / "src"), "GONGKAI_READ_SECONDS": "60"}
    with serving(os.environ | more, threads=4) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all walks."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--lang=zh-CN"])
        yield browser
        browser.close()


class Watched(list[str]):
    """What a browser complained of: messages of its console, requests to elsewhere."""


def watched(context: BrowserContext, server: str) -> Watched:
    """Note every complaint of the pages in this context."""
    seen = Watched()
    context.on("console", lambda message: seen.append(message.text) if message.type == "error" else None)
    context.on("request", lambda r: None if r.url.startswith((server, "data:")) else seen.append(r.url))
    context.on("weberror", lambda error: seen.append(str(error.error)))
    return seen


def _page(chromium: Browser, server: str, javascript: bool) -> Iterator[Page]:
    context = chromium.new_context(
        base_url=server,
        locale="zh-CN",
        java_script_enabled=javascript,
        viewport={"width": 1280, "height": 900},
    )
    seen = watched(context, server)
    yield context.new_page()
    context.close()
    assert [m for m in seen if "status of 4" not in m] == []


@pytest.fixture
def page(chromium: Browser, server: str) -> Iterator[Page]:
    """A page with JavaScript; the test fails where the browser complained, as of the content policy."""
    yield from _page(chromium, server, javascript=True)


@pytest.fixture
def plain(chromium: Browser, server: str) -> Iterator[Page]:
    """A page without JavaScript."""
    yield from _page(chromium, server, javascript=False)
