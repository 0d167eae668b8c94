"""Vectors as pytest parameters: every case of a file, its article first in the name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "vectors"


def vectors(name: str, table: str = "case") -> list[dict[str, Any]]:
    """The cases of ``tests/vectors/<name>.toml``."""
    found: list[dict[str, Any]] = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))[table]
    assert found
    return found


def cases(name: str, table: str = "case") -> Iterable[Any]:
    """The same as parameters of a test; the name of each says its article first."""
    return [pytest.param(case, id=f"{case['law']} {case['name']}") for case in vectors(name, table)]
