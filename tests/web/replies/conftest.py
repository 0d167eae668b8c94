"""The bureau equipped for letters."""

from __future__ import annotations

import pytest

from tests.web.letters.bureau import equip
from tests.web.offices import Office


@pytest.fixture
def bureau(office: Office) -> Office:
    """The bureau with its relations, contact block and court."""
    equip(office)
    return office
