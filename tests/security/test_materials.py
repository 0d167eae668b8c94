"""Security check C50: the bill of materials lists every locked package, with version, hashes and licence; twice alike."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import Any

import pytest

from tests.house.test_root import traces
from tests.house.tree import ROOT
from tests.security.test_supply import LICENCES, NO_WORD, installed, locked


def script() -> Any:
    """The script of ops/, as a module."""
    loader = SourceFileLoader("sbom", str(ROOT / "ops" / "sbom"))
    spec = spec_from_loader("sbom", loader)
    assert spec
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def printed() -> str:
    """What the command prints."""
    line = [sys.executable, str(ROOT / "ops" / "sbom")]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout


def missing(bill: dict[str, Any], lock: dict[str, str]) -> set[str]:
    """The packages of a lock that a bill does not list in that version."""
    there = {(one["name"], one["version"]) for one in bill["components"]}
    return {name for name, version in lock.items() if (name, version.rstrip("\\ ")) not in there}


def test_every_locked_package_is_listed(printed: str) -> None:
    bill, lock = json.loads(printed), locked("requirements.lock")
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert len(bill["components"]) == len(lock) > 30
    assert missing(bill, lock) == set()
    assert all(
        one["properties"] and one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}"
        for one in bill["components"]
    )
    refs = {one["bom-ref"] for one in bill["components"]}
    assert len(refs) == len(lock)
    edges = {one["ref"]: one["dependsOn"] for one in bill["dependencies"]}
    assert {other for many in edges.values() for other in many} <= refs
    assert f"pkg:pypi/django@{lock['django']}" in edges[bill["metadata"]["component"]["bom-ref"]]


def test_licences_are_named(printed: str) -> None:
    told = {one["name"]: json.dumps(one.get("licenses", [])) for one in json.loads(printed)["components"]}
    odd = [name for name in installed(locked("requirements.lock")) if not LICENCES.search(told[name])]
    assert sorted(set(odd) - set(NO_WORD)) == []


def test_twice_alike_and_no_address_of_a_registry(printed: str) -> None:
    line = [sys.executable, str(ROOT / "ops" / "sbom")]
    assert subprocess.run(line, capture_output=True, text=True, check=True).stdout == printed
    assert traces(printed) == []


def test_a_wheel_tells_its_own_licence(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "somewhere-1.0-py3-none-any.whl", "w") as wheel:
        wheel.writestr(
            "somewhere-1.0.dist-info/METADATA",
            "Metadata-Version: 2.4\nName: Some.Where\nVersion: 1.0\nLicense-Expression: MIT\nRequires-Dist: other>=1\n"
            "Requires-Dist: never; extra == \"x\"\n",
        )  # fmt: skip
    sbom = script()
    lock = f"some-where==1.0 \\\n    --hash=sha256:{'a' * 64}\nother==2 \\\n    --hash=sha256:{'b' * 64}\nnever==3 \\\n    --hash=sha256:{'c' * 64}\n"
    project = {"name": "x", "version": "0", "license": "MIT", "dependencies": ["some-where"]}
    bill = sbom.bill(project, lock, sbom.from_wheels(tmp_path))
    assert bill["components"][0]["licenses"] == [{"expression": "MIT"}]
    assert bill["dependencies"][1]["dependsOn"] == ["pkg:pypi/other@2"]


def test_control_a_package_left_out_is_missed(printed: str) -> None:
    bill = json.loads(printed)
    gone = bill["components"].pop()
    assert missing(bill, locked("requirements.lock")) == {gone["name"]}
