"""Asking an antivirus engine on this machine or network: ClamAV's daemon, command INSTREAM.

The bytes go to the engine in pieces; nothing is written to disk and no path is told. It fails closed: an
engine that cannot be asked, breaks off, is too slow or answers the unknown is an exception, never "clean".
Source: the manual of clamd, section COMMANDS (zINSTREAM).
"""

from __future__ import annotations

import re
import socket
import struct
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass

from gongkai.values.errors import FormError, Refused

_CHUNK = 1 << 16
_ANSWER = re.compile(rb"stream: (?:(OK)|(.{1,200}) FOUND)\Z", re.DOTALL)
_MOST_ANSWER = 4096
_TCP = re.compile(r"tcp:(?://)?(\[[0-9A-Fa-f:]+\]|[^:/\[\]\s]+):(\d{1,5})")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the engine said: ``infected`` is the name it gives to what it found, None for a clean file."""

    infected: str | None

    @property
    def clean(self) -> bool:
        """True where the engine read the file and found nothing."""
        return self.infected is None


@dataclass(frozen=True, slots=True)
class Engine:
    """Where the engine listens and how long it may take.

    ``address`` is ``unix:/run/clamav/clamd.ctl`` or ``tcp:127.0.0.1:3310``; ``seconds`` of silence are borne
    for the connection, for each piece sent and for the answer.
    """

    address: str
    seconds: float = 30.0

    def __post_init__(self) -> None:
        """Raise FormError for an address that cannot be one: that is a fault of the settings."""
        found = _TCP.fullmatch(self.address)
        if not (found and int(found[2]) < 65_536) and not re.fullmatch(r"unix:/.+", self.address):
            raise FormError(
                "病毒查杀引擎的地址写错了。请写成 unix:/run/clamav/clamd.ctl 或者 tcp:127.0.0.1:3310 的样子。"
            )

    def scan(self, data: bytes | Iterable[bytes]) -> Verdict:
        """The engine's verdict on a file, given whole or in pieces.

        Raises Refused (``not_scanned``) whenever the engine has not clearly said clean or infected.
        """
        pieces = [data] if isinstance(data, bytes) else data
        answer = self._ask(b"zINSTREAM\0", pieces)
        found = _ANSWER.fullmatch(answer)
        if found is None:
            raise _not_scanned(_reason(answer))
        return Verdict(found[2].decode("utf-8", "replace") if found[2] else None)

    def alive(self) -> bool:
        """Whether the engine answers at all; for a page that shows the state of the installation."""
        try:
            return self._ask(b"zPING\0", None) == b"PONG"
        except Refused:
            return False

    def _ask(self, command: bytes, pieces: Iterable[bytes] | None) -> bytes:
        """Send a command and its data, give back the answer without its final zero byte."""
        try:
            with closing(self._connect()) as connection:
                connection.sendall(command)
                broken = None
                try:
                    _send(connection, pieces)
                except OSError as error:  # it hangs up at its own size limit, but says so first: listen
                    broken = error
                return _listen(connection, broken)
        except (OSError, ValueError) as error:
            raise _not_scanned("连接不上或没有回答") from error

    def _connect(self) -> socket.socket:
        kind, _, place = self.address.partition(":")
        if kind == "unix":
            connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            connection.settimeout(self.seconds)
            try:
                connection.connect(place)
            except OSError:
                connection.close()
                raise
            return connection
        host, _, port = place.removeprefix("//").rpartition(":")
        return socket.create_connection((host.strip("[]"), int(port)), self.seconds)


def _send(connection: socket.socket, pieces: Iterable[bytes] | None) -> None:
    """Each piece after its length in four bytes, network order; a length of zero ends the file."""
    if pieces is None:
        return
    for piece in pieces:
        for at in range(0, len(piece), _CHUNK):
            chunk = piece[at : at + _CHUNK]
            connection.sendall(struct.pack(">L", len(chunk)) + chunk)
    connection.sendall(struct.pack(">L", 0))


def _listen(connection: socket.socket, broken: OSError | None) -> bytes:
    """The answer up to its zero byte; whatever is cut off raises."""
    answer = b""
    while not answer.endswith(b"\0"):
        part = connection.recv(1024)
        if not part or len(answer) > _MOST_ANSWER:
            raise broken or ConnectionError("the engine broke off")
        answer += part
    return answer.rstrip(b"\0")


def _reason(answer: bytes) -> str:
    if b"size limit exceeded" in answer:
        return "文件超过引擎允许的大小"
    return "引擎报告出错" if answer.endswith(b"ERROR") else "引擎的回答无法识别"


def _not_scanned(reason: str) -> Refused:
    return Refused(
        "not_scanned",
        f"病毒查杀没有完成（{reason}），文件没有收下。请稍后再传；一直如此的，请系统管理员检查病毒查杀引擎。",
    )
