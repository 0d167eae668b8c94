"""Every public module, class and function says what it is; the examples in them run."""

from __future__ import annotations

import ast
import doctest
import importlib
from pathlib import Path

import pytest

from tests.house.tree import core, modules, source


def undocumented(code: str) -> list[str]:
    """Public definitions without a docstring; the module itself is called "module".

    Private and nested definitions, and what Python or Django names (``__len__``, ``Meta``), are left out.
    """
    tree = ast.parse(code)
    out = [] if ast.get_docstring(tree) or not tree.body else ["module"]

    def walk(node: ast.Module | ast.ClassDef) -> None:
        for child in node.body:
            if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            if child.name.startswith("_") or child.name == "Meta":
                continue
            overload = any("overload" in ast.unparse(d) for d in child.decorator_list)
            if not ast.get_docstring(child) and not overload:
                out.append(child.name)
            if isinstance(child, ast.ClassDef):
                walk(child)

    walk(tree)
    return out


def test_everything_public_is_documented() -> None:
    found = {str(m): undocumented(source(m)) for m in modules()}
    assert {m: names for m, names in found.items() if names} == {}


@pytest.mark.parametrize("module", [m for m in core() if ">>> " in source(m)], ids=str)
def test_examples_run(module: Path) -> None:
    name = ".".join(("gongkai", *module.with_suffix("").parts)).removesuffix(".__init__")
    result = doctest.testmod(importlib.import_module(name))
    assert result.attempted > 0
    assert result.failed == 0


def test_control_a_silent_function_is_named() -> None:
    code = '"""Says."""\nclass A:\n    """Says."""\n    def f(self): ...\n    def _g(self): ...\n'
    assert undocumented(code) == ["f"]
    assert undocumented("x = 1\n") == ["module"]
