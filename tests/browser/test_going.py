"""The walks look at a page only when all of it is there: a server that sends one half and keeps the other."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from playwright.sync_api import Browser, Page

from tests.browser.conftest import PATIENCE_MS, go

HALF = "<!doctype html><meta charset=utf-8><p>一</p>" + "<!-- so much that a browser shows it -->" * 2_000


@contextmanager
def halves(chromium: Browser) -> Iterator[tuple[Page, Event, Event]]:
    """A page whose link leads to one that comes in two halves; when the first is sent; what lets the second go."""
    sent, let = Event(), Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            if self.path == "/":
                self.wfile.write('<a href="/next">下一页</a>'.encode())
                return
            self.wfile.write(HALF.encode())
            self.wfile.flush()
            sent.set()
            let.wait(PATIENCE_MS / 1000)
            self.wfile.write("<p>二</p>".encode())

        def log_message(self, format: str, *arguments: object) -> None:
            """Nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        page = chromium.new_page(java_script_enabled=False)
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/", wait_until="commit")
        try:
            yield page, sent, let
        finally:
            let.set()
            page.close()
            server.shutdown()


def test_all_of_the_next_page_is_there(chromium: Browser) -> None:
    with halves(chromium) as (page, sent, let):
        Thread(target=lambda: sent.wait() and let.set(), daemon=True).start()
        go(page.get_by_role("link"))
        assert page.locator("p").all_inner_texts() == ["一", "二"]


def test_control_a_bare_click_comes_back_before(chromium: Browser) -> None:
    with halves(chromium) as (page, _, _):
        page.get_by_role("link").click()
        assert "二" not in page.locator("p").all_inner_texts()
