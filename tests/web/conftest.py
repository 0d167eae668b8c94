"""A client without cookies, a report that is read once for all tests that only look at the answer, and an object store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.test import Client

from gongkai.files.limits import Limits
from gongkai.report.samples.shelf import sample
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.examine import examine

if TYPE_CHECKING:
    from tests.web.objects import Bucket, Server


@pytest.fixture
def browser() -> Client:
    """A client on localhost."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture(scope="session")
def yunzhou() -> Answer:
    """The answer for the first sample: two applications, the totals left at 0."""
    one = sample("yunzhou")
    return examine(one.file, one.data(), Limits())


@pytest.fixture(scope="session")
def object_server() -> Iterator[Server]:
    """A server of object stores, one a process."""
    from tests.web.objects import Server

    server = Server()
    yield server
    server.thread.stop()


@pytest.fixture
def bucket(object_server: Server, own_keys: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Bucket:
    """A fresh bucket, in which the attachments of this test lie. What is away is told at once, not tried again."""
    from gongkai.web.attachments import object_store
    from gongkai.web.private_store import private_store
    from tests.web.objects import Bucket

    monkeypatch.setattr(object_store, "TRIES", 1)
    one = Bucket(object_server)
    for name, value in one.environment.items():
        monkeypatch.setenv(name, value)
    settings.STORAGES = settings.STORAGES | {"private": private_store(own_keys)}
    return one
