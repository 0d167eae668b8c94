"""The project as the house tests see it: its tracked files, its modules, their syntax trees."""

from __future__ import annotations

import ast
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "gongkai"
SKIPPED = {
    ".git", ".venv", ".tools", "__pycache__", "build", "dist", "var",
    ".hypothesis", ".mypy_cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache",
}  # fmt: skip
"""What set-up and tests leave behind (see .gitignore)."""


@cache
def tracked() -> tuple[Path, ...]:
    """Files under version control, relative to the root; where git cannot tell, all files but left-overs."""
    # The checkout may belong to another user than the one who runs the tests; this only reads names.
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z"]
    if (ROOT / ".git").exists() and shutil.which("git"):
        out = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
        return tuple(p for p in map(Path, filter(None, out.decode().split("\0"))) if (ROOT / p).is_file())
    found = (p.relative_to(ROOT) for p in ROOT.rglob("*") if p.is_file())
    return tuple(p for p in found if not SKIPPED & set(p.parts) and ".egg-info/" not in p.as_posix())


@cache
def modules() -> tuple[Path, ...]:
    """The tracked modules of the package but migrations (Django writes those), relative to ``src/gongkai``."""
    home = Path("src/gongkai")
    found = (p.relative_to(home) for p in tracked() if p.suffix == ".py" and home in p.parents)
    return tuple(sorted(p for p in found if "migrations" not in p.parts))


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
