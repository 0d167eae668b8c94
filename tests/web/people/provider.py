"""A tiny provider of single sign-on in the process of the tests, and the browser's walk through it."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client
from django.urls import include, path
from jwt.algorithms import RSAAlgorithm

from gongkai.web.people.views import single

SECRET = "a secret of more than thirty-two characters"
START, BACK = "/office/sign-in/single/", "/office/sign-in/single/back/"
urlpatterns = [
    path(START[1:], single.ask),
    path(BACK[1:], single.back, name=single.BACK),
    path("", include("gongkai.web.urls")),
]
"""The addresses as they are where single sign-on is switched on."""


class Provider:
    """A tiny provider: sends back a code, gives a signed token for it, publishes its key."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(65537, 2048)
        self.stranger = rsa.generate_private_key(65537, 2048)
        self.codes: dict[str, dict[str, str]] = {}
        self.claims: dict[str, Any] = {}
        self.signed_by, self.algorithm, self.kid = self.key, "RS256", "one"
        self.broken = ""
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self, status: int, data: Any, **headers: str) -> None:
                body = data if isinstance(data, bytes) else json.dumps(data).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self) -> None:
                asked = {k: v[0] for k, v in parse_qs(urlsplit(self.path).query).items()}
                if self.path.startswith("/jwks"):
                    public = json.loads(RSAAlgorithm.to_jwk(provider.key.public_key()))
                    self.answer(200, {"keys": [public | {"kid": "one", "alg": "RS256"}]})
                    return
                code = f"code{len(provider.codes)}"
                provider.codes[code] = asked
                query = urlencode({"code": code, "state": asked["state"]})
                self.answer(302, b"", Location=f"{asked['redirect_uri']}?{query}")

            def do_POST(self) -> None:
                form = {
                    k: v[0]
                    for k, v in parse_qs(
                        self.rfile.read(int(self.headers["Content-Length"])).decode()
                    ).items()
                }
                asked = provider.codes.pop(form["code"], None)
                digest = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
                proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
                if not asked or form["client_secret"] != SECRET or asked["code_challenge"] != proof:
                    self.answer(400, {"error": "invalid_grant"})
                elif provider.broken:
                    self.answer(200, provider.broken.encode())
                else:
                    token = provider.token(asked.get("nonce", ""))
                    self.answer(200, {"access_token": "x", "id_token": token, "token_type": "Bearer"})

            def log_message(self, *_: Any) -> None:
                """Be quiet."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def token(self, nonce: str) -> str:
        claims = {
            "iss": self.address,
            "aud": "gongkai",
            "sub": "1",
            "nonce": nonce,
            "iat": time.time(),
            "exp": time.time() + 60,
        }
        claims = {k: v for k, v in (claims | self.claims).items() if v is not None}
        key: Any = SECRET if self.algorithm == "HS256" else self.signed_by
        key = None if self.algorithm == "none" else key
        return jwt.encode(claims, key, algorithm=self.algorithm, headers={"kid": self.kid})


@contextmanager
def running(folder: Path, settings: Any) -> Iterator[Provider]:
    """A provider, and settings that know it."""
    one = Provider()
    told = {
        "name": "临溪县统一身份认证平台", "issuer": one.address, "authorization": f"{one.address}/authorize", "token": f"{one.address}/token",
        "keys": f"{one.address}/jwks", "client": "gongkai", "secret": SECRET, "claim": "preferred_username",
    }  # fmt: skip
    file = folder / "oidc.toml"
    file.write_text("\n".join(f'{k} = "{v}"' for k, v in told.items()), encoding="utf-8")
    settings.OIDC, settings.ROOT_URLCONF = str(file), "tests.web.people.provider"
    try:
        yield one
    finally:
        one.server.shutdown()
        one.server.server_close()


class Still(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: the browser of the test does."""

    def redirect_request(self, *_: Any) -> None:
        return None


def ask_provider(address: str) -> str:
    """What the provider answers to the browser: the address to go back to."""
    opener = urllib.request.build_opener(Still)
    try:
        opener.open(address, timeout=10)
    except urllib.error.HTTPError as answer:
        return answer.headers["Location"]
    raise AssertionError("no redirection")


def through(client: Client, next_: str = "") -> Any:
    """The whole walk of a browser; the answer of the way back."""
    response = client.get(START, {"next": next_} if next_ else {})
    return client.get(ask_provider(response.headers["Location"]))
