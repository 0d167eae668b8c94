"""What every test of the statute may rely on."""

from __future__ import annotations

import pytest

from gongkai.statute import decisions, exemptions, facts, questions


@pytest.fixture(scope="session", autouse=True)
def read_anew() -> None:
    """Read the data files once more after collection, so that a reader changed since (mutmut) shows."""
    for module in (decisions, exemptions, facts, questions):
        for one in vars(module).values():
            clear = getattr(one, "cache_clear", None)
            if clear is not None and getattr(one, "__module__", "").startswith("gongkai.statute"):
                clear()
