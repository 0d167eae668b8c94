"""接口推送: JSON by POST to the organ's address, signed so that the other side can tell that it is from us.

``X-Gongkai-Signature: t=<seconds>,sha256=<hex>``, the HMAC of ``<seconds>.<body>`` under the organ's secret;
the same ``X-Gongkai-Id`` when a message is sent once more. Redirects are not followed; of the answer only its
number is looked at.
"""

from __future__ import annotations

import hashlib
import hmac
import http.client
import json
import socket
import ssl

from django.conf import settings

from gongkai.web.notices.carriers.carrier import Hopeless, Later, Message
from gongkai.web.notices.carriers.targets import Target, target

SECONDS = 5
"""Longest wait for the other side, for the connection and for each step of the answer."""
TAKEN = range(200, 300)
MAYBE_LATER = frozenset({408, 425, 429, *range(500, 600)})
"""Answers after which it is tried again; after any other the message is given up."""


def body_of(message: Message) -> bytes:
    """What is posted: of which organ, what kind, title and link; nothing of an applicant."""
    fields = {
        "id": message.id,
        "kind": message.kind,
        "organ": message.organ,
        "title": message.title,
        "link": message.link,
        "at": message.made_at.isoformat(),
    }
    return json.dumps(fields, ensure_ascii=False).encode()


def signature(secret: str, seconds: int, body: bytes) -> str:
    """The value of the header that signs the body at that moment (seconds since 1970)."""
    mark = hmac.new(secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={seconds},sha256={mark}"


class _Pinned(http.client.HTTPConnection):
    """A connection to the address that was checked, speaking to the host by its name."""

    def __init__(self, place: Target) -> None:
        super().__init__(place.host, place.port, timeout=SECONDS)
        self.place = place

    def connect(self) -> None:
        """Connect to the address, not to what the name stands for by now."""
        self.sock = socket.create_connection((self.place.address, self.place.port), SECONDS)
        if self.place.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.place.host)


class Webhook:
    """The organ's webhook; ``seconds`` is the moment of sending, since 1970."""

    def __init__(self, url: str, secret: str, seconds: int) -> None:
        self.url, self.secret, self.seconds = url, secret, seconds

    def carry(self, message: Message) -> None:
        """Post the message. Raises :class:`Later` or :class:`Hopeless`."""
        place = target(self.url, settings.WEBHOOK_HOSTS)
        body = body_of(message)
        headers = {
            "Content-Type": "application/json; charset=utf-8",
            "User-Agent": "gongkai",
            "X-Gongkai-Id": message.id,
            "X-Gongkai-Signature": signature(self.secret, self.seconds, body),
        }
        connection = _Pinned(place)
        try:
            connection.request("POST", place.path, body, headers)
            answer = connection.getresponse().status
        except ssl.SSLCertVerificationError:
            raise Later("接口推送地址的证书验证不通过。") from None
        except (OSError, http.client.HTTPException, ValueError):
            raise Later("接口推送地址没有应答。") from None
        finally:
            connection.close()
        if answer in TAKEN:
            return
        sentence = f"接口推送地址答复{answer}，没有接收。"
        raise Later(sentence) if answer in MAYBE_LATER else Hopeless(sentence)
