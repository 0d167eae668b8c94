"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def shared_folder() -> Path | None:
    """The folder of real reports to measure with: ``GONGKAI_SHARED``, else ``shared`` beside the checkout."""
    folder = Path(os.environ.get("GONGKAI_SHARED") or ROOT.parent / "shared")
    return folder if folder.is_dir() else None


MARKED = {"tests/browser": "browser", "tests/report/reader/test_mutations.py": "fuzz"}
"""Tests that need something special by where they stand: path and marker (see pyproject.toml)."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of :data:`MARKED`, so that ``make quick`` can leave them out."""
    for item in items:
        place = item.path.relative_to(ROOT).as_posix()
        for start, marker in MARKED.items():
            if place.startswith(start):
                item.add_marker(marker)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder; the test is skipped, with the reason, where it is absent."""
    folder = shared_folder()
    if folder is None:
        pytest.skip(
            "no folder of real reports: set GONGKAI_SHARED, or put it at ../shared beside the checkout"
        )
    return folder
