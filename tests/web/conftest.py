"""A client without cookies, and a report that is read once for all tests that only look at the answer."""

from __future__ import annotations

import pytest
from django.test import Client

from gongkai.files.limits import Limits
from gongkai.report.samples.shelf import sample
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.examine import examine


@pytest.fixture
def browser() -> Client:
    """A client on localhost."""
    return Client(SERVER_NAME="localhost")


@pytest.fixture(scope="session")
def yunzhou() -> Answer:
    """The answer for the first sample: two applications, the totals left at 0."""
    one = sample("yunzhou")
    return examine(one.file, one.data(), Limits())
