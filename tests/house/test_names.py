"""Names: no drawer for odds and ends, none that hides a standard module, no banned word, no column status."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from gongkai.tables.form import EDITIONS, form
from gongkai.values.findings import Severity
from gongkai.values.glossary import glossary
from tests.house.tree import modules, source

DRAWERS = {"utils", "util", "helpers", "helper", "common", "services", "misc", "tools", "base", "manager"}
ALLOWED = (
    ("*", "Refused", "what is refused is a file, no application"),
    ("*", "_refused", "what is refused is a file, no application"),
    ("files/archives.py", "info", "Python's own word for a member of a zip archive"),
)
"""Banned words in their other sense: where, which name, why."""
STANDARD = {"types", "statistics", "platform", "calendar", "site", "requests"}


def banned_modules(paths: Iterable[str]) -> list[str]:
    """Modules and folders named as a drawer, or as a standard module that they would hide."""
    return [p for p in paths if any(Path(part).stem in DRAWERS | STANDARD for part in Path(p).parts)]


def identifiers(code: str) -> dict[str, int]:
    """Every name that the code gives (functions, classes, arguments, variables), with its first line."""
    out: dict[str, int] = {}
    for node in ast.walk(ast.parse(code)):
        name = None
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            name = node.name
        elif isinstance(node, ast.arg):
            name = node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            name = node.id
        if name:
            out.setdefault(name, node.lineno)
    return out


def banned_identifiers(code: str, banned: Iterable[str]) -> list[str]:
    """Identifiers that contain a banned word as one of their parts, and columns called status."""
    words = set(banned) | {"status_column"}
    out = []
    for name, line in identifiers(code).items():
        parts = "_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower() + "_"
        out += [f"{line}: {name}" for word in words if f"_{word}_" in parts]
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Assign) and "Field(" in ast.unparse(node.value):
            out += [f"{node.lineno}: status" for t in node.targets if getattr(t, "id", "") == "status"]
    return out


def test_no_banned_module() -> None:
    assert banned_modules(str(m) for m in modules()) == []


def test_no_banned_synonym() -> None:
    banned = glossary().banned
    found = {}
    for module in modules():
        allowed = {name for path, name, _ in ALLOWED if module.match(path)}
        lines = banned_identifiers(source(module), banned)
        found[str(module)] = [line for line in lines if line.split(" ")[1] not in allowed]
    assert {m: lines for m, lines in found.items() if lines} == {}


def test_every_key_of_the_form_is_in_the_glossary() -> None:
    known = {term.identifier for term in glossary().terms}
    keys = set(Severity)
    for edition in EDITIONS:
        for table in form(edition).tables:
            keys |= {part.key for part in (*table.rows, *table.columns, *table.groups)}
    assert len(keys) > 40
    assert sorted(str(key) for key in keys if key not in known) == []


def test_control_bad_names_are_named() -> None:
    assert banned_modules(["report/utils.py", "statistics/fold.py", "report/reader/html.py"]) == [
        "report/utils.py",
        "statistics/fold.py",
    ]
    banned = glossary().banned
    assert banned_identifiers("def refused_rows(foi_info): ...\n", banned) == [
        "1: refused_rows",
        "1: foi_info",
    ]
    assert banned_identifiers("informal = 1\n", banned) == []
    assert banned_identifiers("status = models.CharField(max_length=3)\n", banned) == ["1: status"]


def test_the_hidden_names_are_real() -> None:
    assert (STANDARD - {"requests"}) <= sys.stdlib_module_names
