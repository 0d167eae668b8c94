"""Who may read and add is told by the place; what nobody registered is closed."""

from __future__ import annotations

import pytest

from gongkai.web.attachments import places
from gongkai.web.attachments.places import Place, address_of, may_add, may_read, register
from gongkai.web.rights.actor import Actor

RIGHTS = frozenset({"attachments.read", "attachments.add"})
CLERK = Actor("p1", "甲", None, "linxi", RIGHTS)


@pytest.fixture(autouse=True)
def _registry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "_PLACES", {})
    register(
        Place(
            "box", "箱", lambda a, k: k != "secret", lambda a, k: k == "mine", lambda k: f"/office/box/{k}/"
        )
    )


@pytest.mark.parametrize(
    ("key", "read", "add"), [("mine", True, True), ("its", True, False), ("secret", False, False)]
)
def test_the_place_says(key: str, read: bool, add: bool) -> None:
    assert may_read(CLERK, f"box/{key}") is read
    assert may_add(CLERK, f"box/{key}") is add


@pytest.mark.parametrize("subject", ["", "box", "box/", "other/mine", "/mine"])
def test_an_unknown_place_is_closed(subject: str) -> None:
    assert not may_read(CLERK, subject)
    assert not may_add(CLERK, subject)


def test_without_the_right_no_place_opens() -> None:
    nobody = Actor("p2", "乙", None, "linxi")
    assert not may_read(nobody, "box/mine")
    assert not may_add(nobody, "box/mine")


def test_addresses() -> None:
    assert address_of("box/mine") == "/office/box/mine/"
    assert address_of("other/mine") == "/office/"
