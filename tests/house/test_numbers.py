"""No statutory number in code: days, deadlines and editions are dated data with their article."""

from __future__ import annotations

import ast
import re

from tests.house.tree import core, source, strings

PERIOD = re.compile(r"[0-9一二三四五六七八九十]+个工作日|(?<![0-9])(1|3)月31日")


def bare_integers(code: str) -> list[str]:
    """Integers above 2 in the code (for ``statute``, where every number is law)."""
    out = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value > 2:
            out.append(f"{node.lineno}: {node.value}")
    return out


def fixed_days(code: str) -> list[str]:
    """Days written into code: ``date(..., 1, 31)``, the pair ``(3, 31)``, a period in working days."""
    out = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("date", "datetime"):
            if len(node.args) >= 3 and all(isinstance(a, ast.Constant) for a in node.args[1:3]):
                month, day = (a.value for a in node.args[1:3] if isinstance(a, ast.Constant))
                # The first and last day of a year bound a period; they are no deadline.
                if (month, day) not in ((1, 1), (12, 31)):
                    out.append(f"{node.lineno}: {ast.unparse(node)}")
        elif isinstance(node, ast.Tuple) and ast.unparse(node) in ("(1, 31)", "(3, 31)"):
            out.append(f"{node.lineno}: {ast.unparse(node)}")
    out += [f"{line}: {match[0]}" for line, text in strings(code) if (match := PERIOD.search(text))]
    return out


def test_statute_holds_no_number() -> None:
    found = {str(m): bare_integers(source(m)) for m in core() if m.parts[0] == "statute"}
    assert found
    assert {m: lines for m, lines in found.items() if lines} == {}


def test_no_day_of_the_law_in_the_core() -> None:
    found = {str(m): fixed_days(source(m)) for m in core()}
    assert {m: lines for m, lines in found.items() if lines} == {}


def test_control_a_number_is_named() -> None:
    assert bare_integers('"""Article 49."""\nlimit = 20\nnext_year = year + 1\n') == ["2: 20"]
    assert fixed_days("last = date(year + 1, 1, 31)\n") == ["1: date(year + 1, 1, 31)"]
    assert fixed_days('hint = "应当在20个工作日内答复"\n') == ["1: 20个工作日"]
    assert fixed_days("pair = (3, 31)\nfirst = date(year, 1, 1)\n") == ["1: (3, 31)"]
