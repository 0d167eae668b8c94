"""Small servers on this machine that note what they are sent: a mail server, a webhook."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer
from typing import Any


class MailServer(ThreadingTCPServer):
    """Speaks as much SMTP as a client needs; ``refuse`` answers every recipient with that code."""

    allow_reuse_address = True

    def __init__(self, refuse: int = 0) -> None:
        self.refuse = refuse
        self.mails: list[tuple[list[str], str]] = []
        super().__init__(("127.0.0.1", 0), MailTalk)


class MailTalk(StreamRequestHandler):
    """One conversation."""

    server: MailServer

    def say(self, line: str) -> None:
        """Send a line."""
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self) -> None:
        """Greet, take recipients and data, note them."""
        self.say("220 test")
        people: list[str] = []
        for raw in self.rfile:
            words = raw.decode().strip()
            verb = words[:4].upper()
            if verb == "RCPT":
                people.append(words.upper())
                self.say(f"{self.server.refuse} no" if self.server.refuse else "250 ok")
            elif verb == "DATA":
                self.say("354 go on")
                lines = []
                for line in self.rfile:
                    if line == b".\r\n":
                        break
                    lines.append(line.decode())
                self.server.mails.append((people, "".join(lines)))
                self.say("250 ok")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


class Hook(ThreadingHTTPServer):
    """Notes each POST; answers with ``status`` and ``location``."""

    def __init__(self, status: int = 204, location: str = "") -> None:
        self.status, self.location = status, location
        self.posts: list[tuple[str, dict[str, str], bytes]] = []
        super().__init__(("127.0.0.1", 0), HookTalk)


class HookTalk(BaseHTTPRequestHandler):
    """One request."""

    server: Hook

    def do_POST(self) -> None:
        """Note and answer."""
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.posts.append((self.path, dict(self.headers), body))
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST  # noqa: N815  # the name that http.server calls

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


@contextmanager
def running(server: Any) -> Iterator[Any]:
    """The server in a thread of its own, ended afterwards."""
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join(10)


def port_of(server: Any) -> int:
    """The port that it listens on."""
    return int(server.server_address[1])
