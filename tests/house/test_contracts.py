"""The import contracts hold, and each of them can break."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.test_dependencies import runtime
from tests.house.tree import ROOT, project, tracked

LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

# One import that each contract must refuse: the module that it is written into, and what it imports.
BREACHES = {
    "one-direction": ("values/findings.py", "import gongkai.report.document"),
    "tables-read-no-files": ("tables/form.py", "import gongkai.files"),
    "core-on-the-standard-library": ("statute/deadlines.py", "import lxml.etree"),
    "databases-in-corpus": ("report/document.py", "import duckdb"),
    "django-at-the-edge": ("report/document.py", "import django.conf"),
    "web-in-layers": ("web/organs/owned.py", "import gongkai.web.people.models"),
    "review-rules-without-django": ("web/review/core/gate.py", "import django.conf"),
    "readers-below": ("cli/__init__.py", "import selectolax.parser"),
    "letters-read-nothing": ("letters/__init__.py", "import pypdfium2"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the package that stands in ``folder/src``."""
    command = [sys.executable, "-c", LINT, "--config", str(folder / "pyproject.toml"), "--no-cache"]
    return subprocess.run(
        command, cwd=folder / "src", capture_output=True, text=True, check=False, env={"COLUMNS": "200"}
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package and its contracts to write bad imports into."""
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path in tracked():
        if path.parts[0] == "src" and path.suffix == ".py":
            (folder / path.parent).mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, folder / path)
    return folder


def test_the_contracts_hold(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr
    assert re.search(r"Contracts: [1-9]\d* kept, 0 broken", result.stdout)


def test_every_contract_has_a_breach_here() -> None:
    assert {c["id"] for c in project()["tool"]["importlinter"]["contracts"]} == set(BREACHES)


@pytest.mark.parametrize("contract", BREACHES)
def test_control_a_bad_import_breaks_the_contract(copy: Path, contract: str) -> None:
    names = {c["id"]: c["name"] for c in project()["tool"]["importlinter"]["contracts"]}
    module, statement = BREACHES[contract]
    path = copy / "src" / "gongkai" / module
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n{statement}\n", encoding="utf-8")
    try:
        result = lint(copy)
    finally:
        path.write_text(before, encoding="utf-8")
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{names[contract]} BROKEN" in result.stdout


def test_the_core_is_closed_to_every_dependency() -> None:
    """A new runtime dependency is also named in the contract that keeps the core on the standard library."""
    contracts = {c["id"]: c for c in project()["tool"]["importlinter"]["contracts"]}
    closed = set(contracts["core-on-the-standard-library"]["forbidden_modules"])
    assert set().union(*runtime().values()) - closed == set()
