"""The shape budget: no file, function or template grows past what one can hold in mind."""

from __future__ import annotations

import ast

from tests.house.tree import ROOT, modules, source, tracked

FILE_LIMIT = 400
FUNCTION_LIMIT = 50
TEMPLATE_LIMIT = 200


def long_functions(code: str, limit: int) -> list[tuple[str, int]]:
    """Functions whose body, docstring left out, has more lines than the limit."""
    out = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            lines = (node.end_lineno or 0) - first.lineno + 1
            if lines > limit:
                out.append((node.name, lines))
    return out


def test_files() -> None:
    lengths = {str(m): len(source(m).splitlines()) for m in modules()}
    assert {m: n for m, n in lengths.items() if n > FILE_LIMIT} == {}


def test_functions() -> None:
    found = {str(m): long_functions(source(m), FUNCTION_LIMIT) for m in modules()}
    assert {m: names for m, names in found.items() if names} == {}


def test_templates() -> None:
    pages = [p for p in tracked() if p.suffix == ".html" and "templates" in p.parts]
    lengths = {str(p): len((ROOT / p).read_text(encoding="utf-8").splitlines()) for p in pages}
    assert {p: n for p, n in lengths.items() if n > TEMPLATE_LIMIT} == {}


def test_control_a_long_function_is_named() -> None:
    body = "\n".join(f"    a{i} = {i}" for i in range(FUNCTION_LIMIT + 1))
    assert long_functions(f"def long():\n{body}\n", FUNCTION_LIMIT) == [("long", FUNCTION_LIMIT + 1)]
    assert long_functions(f'def long():\n    """Says."""\n{body}\n', FUNCTION_LIMIT + 1) == []
