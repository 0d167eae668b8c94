"""The bureau equipped, and its invented cases known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.web.letters.bureau import cases_known, equip
from tests.web.offices import Office


@pytest.fixture
def bureau(office: Office) -> Iterator[Office]:
    """The bureau with everything that letters need."""
    equip(office)
    with cases_known():
        yield office
