"""Dates in sentences: 2026年3月2日, never 2026-03-02. ``gongkai.values.dates`` writes them; forms of exchange stay ISO.

No type checker runs here: a name counts as a date where a class or a function of the package declares it as one,
or where it was just given such a value.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache

from tests.house.tree import ROOT, modules, source, tracked

CHINESE = re.compile("[\u4e00-\u9fff]")
DATE = re.compile(r"(dt\.)?date( \| None)?|(models|forms)\.DateField\(.*\)")
OTHER = re.compile(r"(int|str|bool|Decimal|Fraction)( \| None)?")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def declared(codes: Iterable[str]) -> frozenset[str]:
    """The names that classes and functions declare to be a date, and nowhere a number or a text."""
    said: dict[bool, set[str]] = {True: set(), False: set()}
    for code in codes:
        for name, what in _declarations(ast.parse(code)):
            if DATE.fullmatch(what) or OTHER.fullmatch(what):
                said[bool(DATE.fullmatch(what))].add(name)
    return frozenset(said[True] - said[False])


def _declarations(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, Function) and node.returns is not None:
            is_property = "property" in {ast.unparse(one) for one in node.decorator_list}
            yield node.name if is_property else f"{node.name}()", ast.unparse(node.returns)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Attribute):
            yield node.target.attr, ast.unparse(node.annotation)
        for line in node.body if isinstance(node, ast.ClassDef) else ():
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                yield line.target.id, ast.unparse(line.annotation)
            elif isinstance(line, ast.Assign) and isinstance(line.targets[0], ast.Name):
                yield line.targets[0].id, ast.unparse(line.value)


def iso_dates(code: str, names: frozenset[str]) -> list[str]:
    """What Chinese sentences of the code print as an ISO date: line and expression."""
    out = set()
    for scope in (node for node in ast.walk(ast.parse(code)) if isinstance(node, Function)):
        arguments = (*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs)
        local = {a.arg: bool(DATE.fullmatch(ast.unparse(a.annotation))) for a in arguments if a.annotation}
        for node in ast.walk(scope):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                local.setdefault(node.targets[0].id, _is_date(node.value, names, local))
        for node in filter(_is_sentence, ast.walk(scope)):
            out |= {(node.lineno, ast.unparse(v)) for v in _printed(node) if _is_date(v, names, local)}
    return [f"{line}: {what}" for line, what in sorted(out)]


def _is_sentence(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) and bool(CHINESE.search("".join(map(_text, node.values))))


def _text(part: ast.expr) -> str:
    return part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else ""


def _printed(sentence: ast.AST) -> Iterator[ast.expr]:
    """What a sentence prints as it stands; a date with a form of its own (``{day:%H:%M}``) is written on purpose."""
    for part in getattr(sentence, "values", ()):
        if isinstance(part, ast.FormattedValue) and part.format_spec is None:
            yield part.value


def _is_date(node: ast.expr, names: frozenset[str], local: dict[str, bool]) -> bool:
    if isinstance(node, ast.Name):
        return local.get(node.id, False)
    if isinstance(node, ast.Attribute):
        return node.attr in names and not _is_date(node.value, names, local)  # the month of a date is none
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called == "str" and node.args:
        return _is_date(node.args[0], names, local)
    return f"{called}()" in names or called == "isoformat"


@cache
def dates() -> frozenset[str]:
    """The names of the package that are dates."""
    return declared(map(source, modules()))


def test_no_sentence_prints_an_iso_date() -> None:
    assert {"on", "since", "until", "filed_on"} <= dates()
    found = {str(m): iso_dates(source(m), dates()) for m in modules()}
    assert {m: lines for m, lines in found.items() if lines} == {}


def iso_in_page(template: str) -> list[str]:
    """What the text of a template prints as an ISO date; addresses, inputs and narrow cells of tables may."""
    found = re.finditer(r"\{\{[^}]*\|date:.Y-m-d[^}]*\}\}", template)
    before = ((template[: match.start()], match[0]) for match in found)
    return [
        what
        for text, what in before
        if text.rfind("<") < text.rfind(">") and not re.search(r"<td[^>]*>$", text)
    ]


def test_no_page_prints_an_iso_date_in_a_sentence() -> None:
    pages = [path for path in tracked() if path.suffix == ".html" and "templates" in path.parts]
    found = {str(path): iso_in_page((ROOT / path).read_text(encoding="utf-8")) for path in pages}
    assert len(pages) > 100
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_control_an_iso_date_in_a_sentence_of_a_page_is_named() -> None:
    date = "{{ row.since|date:'Y-m-d' }}"
    assert iso_in_page(f"<li>自{date}起</li><td>自{date}起</td>") == [date, date]
    assert iso_in_page(f'<td data-heading="自">{date}</td><time datetime="{date}">3月2日</time>') == []


def test_control_an_iso_date_is_named() -> None:
    names = declared([
        "class Event:\n    on: dt.date\n    last: date | None\n    filed = models.DateField()\n",
        "class Step:\n    last: int\n    def start(self):\n        self.begun: date | None = None\n    @property\n    def due(self) -> dt.date: ...\ndef month() -> date: ...\n",
    ])  # fmt: skip
    assert names == {"on", "filed", "due", "begun", "month()"}
    bad = "def f(day: dt.date, one: Event, number: int):\n    last = one.due\n    {}\n"
    for printed in (
        "day",
        "last",
        "one.on",
        "one.filed",
        "one.begun",
        "month()",
        "str(day)",
        "day.isoformat()",
    ):
        assert iso_dates(bad.format(f"raise NotAllowed(f'期限到{{{printed}}}为止。')"), names)
    for fine in ("number", "one.last", "day_words(day)", "day.month", "day:%H:%M", "other"):
        assert iso_dates(bad.format(f"raise NotAllowed(f'期限到{{{fine}}}为止。')"), names) == []
    assert iso_dates(bad.format("key = f'late/{day}'"), names) == []
