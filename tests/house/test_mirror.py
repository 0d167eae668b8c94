"""The test tree mirrors the source tree: every module has its test."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from tests.house.tree import ROOT, modules, source, tracked

EXCEPTIONS = {
    "report/checks/check.py": "declares the shape of a check; every check's fixtures exercise it",
    "web/settings.py": "plain settings; every test of a page loads them",
    "web/urls.py": "the list of addresses; every test of a page goes through it",
    "web/wsgi.py": "three lines for the server; the test of the serving command starts it",
    "__main__.py": "two lines; tests/cli run the command as a process",
}
DECLARED = re.compile(r"web/\w+/(apps|(\w+_)?urls)\.py")
"""Django's own declarations in each app of the web part; every test of a page goes through them."""
CHECK = re.compile(r"report/checks/(r\d{3})_\w+\.py")


def missing_tests(sources: Iterable[str], tests: Iterable[str], empty: Iterable[str]) -> list[str]:
    """Source modules without ``test_<name>.py`` at the same place; a check may have fixtures instead.

    Its folder then holds at least one ``bad-*.toml`` and at least one ``ok-*.toml``.
    """
    have, quiet = set(tests), set(empty)
    out = []
    for module in sources:
        if module in EXCEPTIONS or module in quiet or DECLARED.fullmatch(module):
            continue
        path = Path(module)
        if str(path.parent / f"test_{path.stem.strip('_')}.py") in have:
            continue
        if (check := CHECK.fullmatch(module)) and _has_fixtures(f"report/checks/{check[1]}/", have):
            continue
        out.append(module)
    return out


def _has_fixtures(folder: str, have: set[str]) -> bool:
    names = {name.removeprefix(folder) for name in have if name.startswith(folder)}
    return all(any(re.fullmatch(rf"{kind}-.+\.toml", n) for n in names) for kind in ("ok", "bad"))


def is_empty(code: str) -> bool:
    """True for a module that defines nothing: only a docstring, imports or plain names."""
    return not re.search(r"^\s*(async )?(def|class) ", code, re.MULTILINE)


def _tests() -> list[str]:
    return [str(p.relative_to("tests")) for p in tracked() if p.parts[0] == "tests"]


def test_every_module_has_its_test() -> None:
    quiet = [str(m) for m in modules() if m.name == "__init__.py" and is_empty(source(m))]
    assert missing_tests([str(m) for m in modules()], _tests(), quiet) == []


def test_exceptions_are_needed() -> None:
    """An exception whose module has got a test is struck off the list."""
    have = set(_tests())
    stale = [m for m in EXCEPTIONS if str(Path(m).parent / f"test_{Path(m).stem.strip('_')}.py") in have]
    assert stale == []


def test_control_a_module_without_test_is_named() -> None:
    sources = ["files/sniff.py", "report/checks/r301_sum.py", "report/checks/r302_sum.py"]
    tests = ["files/test_limits.py", "report/checks/r301/ok-a.toml", "report/checks/r301/bad-a.toml"]
    assert missing_tests(sources, tests, []) == ["files/sniff.py", "report/checks/r302_sum.py"]
    assert missing_tests(sources[:1], ["files/test_sniff.py"], []) == []


def test_the_tree_is_where_we_think() -> None:
    assert (ROOT / "src" / "gongkai" / "values" / "findings.py").is_file()
    assert len(modules()) > 5
