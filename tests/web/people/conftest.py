"""What tests of people may ask for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web.people.provider import Provider, running


@pytest.fixture
def provider(tmp_path: Path, settings: Any) -> Iterator[Provider]:
    """A provider of single sign-on on loopback, and the site told of it."""
    with running(tmp_path, settings) as one:
        yield one
