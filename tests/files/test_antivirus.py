"""The engine is asked over a real socket; whatever is not a clear answer is no clean file (check C35).

The server here speaks the protocol of clamd and knows one signature, EICAR's harmless test file; like the real
one it looks into packages.
"""

from __future__ import annotations

import io
import socket
import socketserver
import struct
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest

from gongkai.files.antivirus import Engine
from gongkai.values.errors import FormError, Refused
from tests.files.test_archives import packed

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def infected(data: bytes) -> bool:
    """Whether the test file stands in these bytes, or in a part of the package that they are."""
    if EICAR in data:
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return any(infected(package.read(name)) for name in package.namelist())
    except zipfile.BadZipFile:
        return False


class Clamd(socketserver.BaseRequestHandler):
    """One connection to the daemon; ``mood`` makes it misbehave."""

    mood: ClassVar[str] = "well"
    largest: ClassVar[int] = 0

    def handle(self) -> None:
        command = self._until_zero()
        if self.mood == "deaf":
            threading.Event().wait(3)
        if command == b"zPING":
            self.request.sendall(b"PONG\0")
        if command != b"zINSTREAM" or self.mood in ("deaf", "hangs up"):
            return
        if self.mood == "small":
            self.request.recv(1024)
            self.request.sendall(b"INSTREAM size limit exceeded. ERROR\0")
            return
        data = self._stream()
        if self.mood == "breaks off":
            self.request.sendall(b"stream: O")
            return
        words = {"raves": b"stream: perhaps\0", "error": b"Can't allocate memory ERROR\0"}
        found = b"stream: Eicar-Test-Signature FOUND\0" if infected(data) else b"stream: OK\0"
        self.request.sendall(words.get(self.mood, found))

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            data += self.request.recv(count - len(data)) or b"\0" * count
        return data[:count]

    def _until_zero(self) -> bytes:
        out = b""
        while not out.endswith(b"\0"):
            out += self.request.recv(1) or b"\0"
        return out[:-1]

    def _stream(self) -> bytes:
        out = b""
        while size := struct.unpack(">L", self._exactly(4))[0]:
            type(self).largest = max(self.largest, size)
            out += self._exactly(size)
        return out


class _Unix(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True


class _Tcp(socketserver.ThreadingTCPServer):
    daemon_threads = True


def served(server: socketserver.BaseServer) -> Iterator[None]:
    """Run the server while the caller works."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(params=["unix", "tcp"])
def address(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Where a well-behaved daemon listens."""
    monkeypatch.setattr(Clamd, "mood", "well")
    if request.param == "unix":
        place = str(tmp_path / "clamd.ctl")
        server: socketserver.BaseServer = _Unix(place, Clamd)
        where = f"unix:{place}"
    else:
        server = _Tcp(("127.0.0.1", 0), Clamd)
        where = f"tcp:127.0.0.1:{server.server_address[1]}"
    served_one = served(server)
    next(served_one)
    yield where
    next(served_one, None)


WORD = {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<d/>"}


@pytest.mark.parametrize(
    "data",
    [
        EICAR,
        packed({"a.txt": EICAR}),
        packed({**WORD, "word/embeddings/a.bin": EICAR}),
        packed({"深/a.zip": packed({"a.com": EICAR})}),
    ],
    ids=["plain", "zip", "docx", "zip in zip"],
)
def test_the_test_file_is_found_wherever_it_lies(address: str, data: bytes) -> None:
    verdict = Engine(address, 5).scan(data)
    assert not verdict.clean
    assert verdict.infected == "Eicar-Test-Signature"


def test_clean_files_are_clean_whole_or_in_pieces(address: str) -> None:
    engine = Engine(address, 5)
    assert engine.alive()
    assert engine.scan(packed(WORD)).clean
    assert engine.scan(b"").clean
    assert engine.scan([b"X" * 200_000, b"", b"Y"]).clean
    assert Clamd.largest == 1 << 16
    assert not engine.scan([EICAR[:30], EICAR[30:]]).clean


@pytest.mark.parametrize("mood", ["deaf", "hangs up", "breaks off", "raves", "error", "small"])
def test_anything_but_a_clear_answer_is_not_clean(
    address: str, mood: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Clamd, "mood", mood)
    with pytest.raises(Refused) as caught:
        Engine(address, 0.3).scan(bytes(3_000_000))
    assert caught.value.code == "not_scanned"
    assert caught.value.message.endswith("。")
    assert ("大小" in caught.value.message) <= (mood == "small")


def test_nobody_there(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    for where in (f"unix:{tmp_path}/none.ctl", f"tcp:127.0.0.1:{port}", "tcp:no-such-host.invalid:3310"):
        engine = Engine(where, 0.5)
        assert not engine.alive()
        with pytest.raises(Refused) as caught:
            engine.scan(b"x")
        assert caught.value.code == "not_scanned"


@pytest.mark.parametrize("where", ["", "clamd", "unix:relative", "tcp:host", "tcp:host:99999", "http://a:1"])
def test_an_address_that_is_none_is_told_at_once(where: str) -> None:
    with pytest.raises(FormError):
        Engine(where)


def test_addresses_that_are_taken() -> None:
    for where in (
        "unix:/run/clamav/clamd.ctl",
        "tcp:127.0.0.1:3310",
        "tcp:[::1]:3310",
        "tcp://av.bureau:3310",
    ):
        assert Engine(where).address == where
