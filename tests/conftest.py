"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from hypothesis.internal.conjecture import providers

if TYPE_CHECKING:
    from tests.web.offices import Office

SEARCHING = os.environ.get("GONGKAI_RANDOM") == "1"
"""Whether properties look for new examples (``make fuzz``). Otherwise every run draws the same ones, so that a change is
never held up by a property that fails at random for another reason."""
# A busy machine is no fault of the code: no test is timed.
hypothesis.settings.register_profile("same", deadline=None, derandomize=True)
hypothesis.settings.register_profile("searching", deadline=None, print_blob=True)
hypothesis.settings.load_profile("searching" if SEARCHING else "same")
if not SEARCHING:
    # Hypothesis also draws constants that it finds in whatever modules are loaded by then; which these are differs with
    # the order of the tests. There is no setting for it; tests/house/test_same_draws.py notices when this stops working.
    providers.is_local_module_file = lambda path: False

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
        if {"db", "transactional_db"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("db")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared folder; the test is skipped, with the reason, where it is absent."""
    folder = shared_folder()
    if folder is None:
        pytest.skip(
            "no folder of real reports: set GONGKAI_SHARED, or put it at ../shared beside the checkout"
        )
    return folder


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """As pytest-django does it; and tests that commit can be emptied though the audit tables refuse."""
    from tests.web.flushing import install

    install()


@pytest.fixture(scope="session")
def own_keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder and a key file for this run alone, and hashing of passwords that takes no time."""
    from django.conf import settings

    from gongkai.web.sealing.keys import ensure_ring

    settings.DATA = tmp_path_factory.mktemp("data")
    settings.KEY_FILE = settings.DATA / "keys.toml"
    ensure_ring(settings.KEY_FILE)
    settings.STORAGES["private"]["OPTIONS"]["location"] = str(settings.DATA / "files")
    settings.PASSWORD_HASHERS = ["tests.web.hashing.Quick"]
    # Sign-in has its own tests with a second factor; elsewhere people sign in without.
    settings.SECOND_FACTOR = "optional"
    return settings.DATA


@pytest.fixture
def office(db: None, own_keys: Path) -> Office:
    """An invented bureau, with people for every role."""
    from tests.web.offices import Office

    return Office("linxi-sfj", "临溪县司法局")


@pytest.fixture
def other_office(db: None, own_keys: Path) -> Office:
    """A second bureau in the same installation."""
    from tests.web.offices import Office

    return Office("dongping-sfj", "东坪县司法局")
