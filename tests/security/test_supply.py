"""Security checks C49, C50: what is installed has a licence that allows it and a version that is not known to be weak; the
repository holds no secret; the package is built twice alike.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

from tests.house.tree import ROOT, tracked

LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.M)
LICENCES = re.compile(
    r"\b(MIT|BSD|Apache|MPL|PSF|Python Software Foundation|ISC|Unlicense|LGPL|Lesser General Public|OFL|Open Font|0BSD|Zlib|CC0)\b|^BSD|MIT-"
)
"""Licences under which the project may be used and handed on: permissive, or of libraries and files alone."""
FLOORS = {
    "django": (5, 2, 7),
    "pillow": (11, 3, 0),
    "cryptography": (44, 0, 1),
    "lxml": (6, 0, 0),
    "pypdfium2": (4, 30, 0),
}
"""The least versions without a security fault known when they were written down (2026-11)."""
SECRETS = re.compile(
    r"-----BEGIN (?:RSA |EC |OPENSSH )?PRIVATE KEY|AKIA[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36}|xox[abp]-[0-9A-Za-z-]{20}"
    r"|(?:password|passwd|secret|token)\s*[:=]\s*[\"'][A-Za-z0-9+/_-]{24,}[\"']", re.I
)  # fmt: skip


def locked(name: str) -> dict[str, str]:
    """Names and versions of a lock."""
    return dict(LOCKED.findall((ROOT / name).read_text(encoding="utf-8")))


def licence(name: str) -> str:
    """What a distribution says of its licence; empty where it says nothing or is not for this platform."""
    about = distribution(name).metadata
    classes = [one for one in about.get_all("Classifier") or [] if one.startswith("License")]
    return " ".join([about["License-Expression"] or "", (about["License"] or "")[:80], *classes])


def installed(names: dict[str, str]) -> list[str]:
    """Those of a lock that this platform has."""
    from importlib.metadata import PackageNotFoundError

    out = []
    for name in names:
        try:
            distribution(name)
        except PackageNotFoundError:
            continue
        out.append(name)
    return out


NO_WORD = {"quickjs-ng": "MIT, by the LICENSE file in its source"}
"""Distributions whose metadata names no licence, and where it was read."""


def test_every_package_may_be_handed_on() -> None:
    names = installed(locked("requirements.lock"))
    assert len(names) > 30
    odd = {
        name: licence(name) for name in names if not LICENCES.search(licence(name)) and name not in NO_WORD
    }
    assert odd == {}


def test_control_another_licence_is_named() -> None:
    assert not LICENCES.search("GPL-3.0-only")
    assert not LICENCES.search("Proprietary")
    assert LICENCES.search("LGPL-3.0-only")


def below(versions: dict[str, str]) -> list[str]:
    """The packages that are older than they may be."""
    out = []
    for name, least in FLOORS.items():
        mine = tuple(int(part) for part in re.findall(r"\d+", versions[name])[:3])
        out += [f"{name} {versions[name]}"] if mine < least else []
    return out


def test_no_version_is_known_to_be_weak() -> None:
    assert below(locked("requirements.lock")) == []
    assert below(dict.fromkeys(FLOORS, "1.0")), "the control"


def test_no_secret_in_the_repository() -> None:
    found = []
    for path in tracked():
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found += [f"{path}: {match[0][:30]}" for match in SECRETS.finditer(text)]
    assert found == []


def test_control_a_secret_is_found() -> None:
    assert SECRETS.search("-----BEGIN " + "PRIVATE KEY")
    assert SECRETS.search('token = "' + "a1B2" * 8 + '"')


@pytest.mark.slow
def test_two_builds_are_equal(tmp_path: Path) -> None:
    sums = []
    for number in ("one", "two"):
        line = [
            sys.executable,
            "-c",
            f"from setuptools import build_meta; print(build_meta.build_wheel({str(tmp_path / number)!r}))",
        ]
        source = tmp_path / f"source-{number}"
        source.mkdir()
        archive = subprocess.run(
            ["git", "-C", str(ROOT), "archive", "HEAD", "src", "pyproject.toml", "README.md", "LICENSE"],
            check=True,
            capture_output=True,
        )
        subprocess.run(["tar", "-x", "-C", str(source)], input=archive.stdout, check=True)
        (tmp_path / number).mkdir()
        done = subprocess.run(
            line,
            cwd=source,
            env=os.environ | {"SOURCE_DATE_EPOCH": "1767225600"},
            capture_output=True,
            text=True,
            check=True,
        )
        sums.append(
            hashlib.sha256((tmp_path / number / done.stdout.splitlines()[-1]).read_bytes()).hexdigest()
        )
    assert sums[0] == sums[1]
