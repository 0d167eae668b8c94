"""Every registered projection is made anew, and what differed is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from gongkai.web.entries import row
from gongkai.web.operating.rebuilding import rebuild


@pytest.mark.django_db
def test_each_tells_what_differed(monkeypatch: pytest.MonkeyPatch) -> None:
    def sound() -> Iterator[tuple[str, str]]:
        yield from ()

    def changed() -> Iterator[tuple[str, str]]:
        yield "A-1", "期限应为3月13日，原为3月12日。"

    monkeypatch.setattr(row, "_PROJECTIONS", {"sound": sound, "changed": changed})
    assert list(rebuild()) == [("changed", "A-1", "期限应为3月13日，原为3月12日。")]
