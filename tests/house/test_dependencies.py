"""What is imported is declared, and what is declared is used."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable

from tests.house.tree import SRC, modules, project, source

IMPORT_NAMES = {
    "argon2-cffi": {"argon2"},
    "boto3": {"boto3", "botocore"},
    "django-axes": {"axes"},
    "django-storages": {"storages"},
    "python-stdnum": {"stdnum"},
    "quickjs-ng": {"quickjs"},
    "msdoc2docx": {"doc2docx", "msdoc2docx"},
    "opencc-python-reimplemented": {"opencc"},
    "opencv-python-headless": {"cv2"},
    "pillow": {"PIL"},
    "pyjwt": {"jwt"},
    "python-docx": {"docx"},
}
"""Distributions whose modules are called otherwise."""
UNIMPORTED = {
    "argon2-cffi": "Django hashes passwords with it, by the name in the settings",
    "django-axes": "Django loads it by name from the settings",
    "psycopg": "Django speaks to PostgreSQL through it",
    "onnxruntime": "rapidocr runs its models in it",
    "whitenoise": "Django loads it by name from the settings",
}


def imported(code: str) -> set[str]:
    """The top-level names of all imports, those inside functions too, without the standard library."""
    out = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            out |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            out.add(node.module.split(".")[0])
    return out - sys.stdlib_module_names - {"gongkai", "__future__"}


def declared(requirements: Iterable[str]) -> dict[str, set[str]]:
    """For each distribution the names of its modules."""
    names = [re.split(r"[<>=\[; ]", one)[0].lower() for one in requirements]
    return {name: IMPORT_NAMES.get(name, {name.replace("-", "_")}) for name in names}


def runtime() -> dict[str, set[str]]:
    """The runtime dependencies and the extras."""
    asked = project()["project"]
    extras = (one for extra in asked["optional-dependencies"].values() for one in extra)
    return declared([*asked["dependencies"], *extras])


def all_imports() -> set[str]:
    """Every foreign module that the package imports."""
    return set().union(*(imported(source(module)) for module in modules()))


def test_every_import_is_declared() -> None:
    known = set().union(*runtime().values())
    found = {str(m): imported(source(m)) - known for m in modules()}
    assert {m: names for m, names in found.items() if names} == {}


def test_every_dependency_is_used() -> None:
    used = all_imports()
    unused = [name for name, names in runtime().items() if not names & used and name not in UNIMPORTED]
    assert unused == []


def test_what_is_loaded_by_name_is_named() -> None:
    assert "whitenoise" in (SRC / "web" / "settings.py").read_text(encoding="utf-8")


def test_control_a_foreign_import_is_named() -> None:
    code = "import json\nimport lxml.etree\ndef f():\n    from requests import get\n"
    assert imported(code) == {"lxml", "requests"}
    assert declared(["Django>=5,<6", "msdoc2docx"])["django"] == {"django"}
