"""A webhook is signed, follows nobody, and gives up what will never be taken."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import pytest

from gongkai.web.notices.carriers.carrier import Failed, Hopeless, Later
from gongkai.web.notices.carriers.webhook import Webhook, body_of, signature
from tests.web.notices.messages import message
from tests.web.notices.servers import Hook, port_of, running

SECRET = "0123456789abcdef"
AT = 1_772_424_000


def post(settings: Any, hook: Any, path: str = "/hook?x=1") -> None:
    """Post a message to the hook, which the operator has listed."""
    settings.WEBHOOK_HOSTS = frozenset({f"127.0.0.1:{port_of(hook)}"})
    Webhook(f"http://127.0.0.1:{port_of(hook)}{path}", SECRET, AT).carry(message())


def test_what_arrives_is_signed(settings: Any) -> None:
    with running(Hook()) as hook:
        post(settings, hook)
    ((path, headers, body),) = hook.posts
    assert (path, headers["X-Gongkai-Id"]) == ("/hook?x=1", message().id)
    moment, mark = (part.partition("=")[2] for part in headers["X-Gongkai-Signature"].split(","))
    signed = f"{moment}.".encode() + body
    assert hmac.compare_digest(mark, hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest())
    assert json.loads(body)["title"] == message().title


def test_nothing_private_is_in_it() -> None:
    fields = json.loads(body_of(message()))
    assert set(fields) == {"id", "kind", "organ", "title", "link", "at"}
    assert message().address not in str(fields)


def test_the_signature_depends_on_everything() -> None:
    marks = {signature(SECRET, AT, b"a"), signature(SECRET, AT, b"b"), signature(SECRET, AT + 1, b"a")}
    assert len(marks | {signature("another-secret--", AT, b"a")}) == 4


@pytest.mark.parametrize(
    ("status", "failure"),
    [(500, Later), (503, Later), (429, Later), (400, Hopeless), (404, Hopeless), (410, Hopeless)],
)
def test_the_answer_decides(settings: Any, status: int, failure: type[Failed]) -> None:
    with running(Hook(status)) as hook, pytest.raises(failure, match=str(status)):
        post(settings, hook)


def test_a_redirect_is_not_followed(settings: Any) -> None:
    with running(Hook()) as inner:
        elsewhere = f"http://127.0.0.1:{port_of(inner)}/"
        with running(Hook(307, elsewhere)) as hook, pytest.raises(Hopeless, match="307"):
            post(settings, hook)
    assert inner.posts == []


def test_an_inner_target_gets_no_connection(settings: Any) -> None:
    settings.WEBHOOK_HOSTS = frozenset()
    with running(Hook()) as hook, pytest.raises(Hopeless, match="内部网络"):
        Webhook(f"http://127.0.0.1:{port_of(hook)}/", SECRET, AT).carry(message())
    assert hook.posts == []


def test_who_does_not_answer_is_asked_later(settings: Any) -> None:
    settings.WEBHOOK_HOSTS = frozenset({"127.0.0.1:1"})
    with pytest.raises(Later, match="没有应答"):
        Webhook("http://127.0.0.1:1/", SECRET, AT).carry(message())
