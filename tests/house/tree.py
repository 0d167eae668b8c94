"""The project as the house tests see it: its tracked files, its modules, their syntax trees."""

from __future__ import annotations

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "gongkai"
SKIPPED = {".git", ".venv", ".tools", "__pycache__", "build", "var"}


@cache
def tracked() -> tuple[Path, ...]:
    """Files under version control, relative to the root; in an unpacked archive, all files."""
    if (ROOT / ".git").exists():
        out = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        return tuple(p for p in map(Path, filter(None, out.decode().split("\0"))) if (ROOT / p).is_file())
    found = (p.relative_to(ROOT) for p in ROOT.rglob("*") if p.is_file())
    return tuple(p for p in found if not SKIPPED & set(p.parts))


@cache
def modules() -> tuple[Path, ...]:
    """The tracked Python modules of the package, relative to ``src/gongkai``."""
    home = Path("src/gongkai")
    return tuple(sorted(p.relative_to(home) for p in tracked() if p.suffix == ".py" and home in p.parents))


def core() -> tuple[Path, ...]:
    """Modules outside the edges (web, cli): what may know neither clock nor day."""
    return tuple(p for p in modules() if p.parts[0] not in ("web", "cli"))


def source(module: Path) -> str:
    """The text of a module."""
    return (SRC / module).read_text(encoding="utf-8")


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of the nodes that are docstrings (of modules, classes, functions, and of names below them)."""
    found = set()
    for node in ast.walk(tree):
        for child in getattr(node, "body", ()) if not isinstance(node, ast.Lambda | ast.IfExp) else ():
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                found.add(id(child.value))
    return found


def strings(code: str) -> Iterator[tuple[int, str]]:
    """Line and text of every string constant in the code that is no docstring."""
    tree = ast.parse(code)
    skip = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            yield node.lineno, node.value


@cache
def project() -> dict[str, Any]:
    """pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
