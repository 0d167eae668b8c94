"""Hold a figure against the tables: agrees, differs, not_disclosure or unchecked, and against what.

A figure differs only where it surely speaks of the same thing: the year of the report, the whole of what
the tables count, a wording that has one meaning. Everything else that is not equal stays unchecked.
Source of what must agree: 国办公开办函〔2021〕30号 (the prose of chapter one and the tables state the
same year).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from gongkai.report.statements.held import Tables, path
from gongkai.report.statements.numbers import Figure
from gongkai.report.statements.passages import Fact
from gongkai.report.statements.phrases import LINK, stripped
from gongkai.report.statements.units import worth

_CHARGE = "charge.amount"
_ABOUT = Decimal("0.1")
_FAR = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Verdict:
    """agrees, differs, not_disclosure or unchecked; the path it was held against; what stands there."""

    verdict: str
    against: tuple[str, ...] = ()
    expected: int | str | None = None


UNCHECKED = Verdict("unchecked")


def consistent(figure: Figure, expected: Decimal | int) -> bool:
    """True where a figure with its bound and its precision can mean ``expected``."""
    gap = Decimal(expected) - figure.value
    if figure.bound == "at_least":
        return gap >= 0
    if figure.bound == "about":
        return abs(gap) <= max(figure.step, figure.value * _ABOUT)
    return gap == 0 or (figure.step > 1 and abs(gap) < figure.step)


def _contradicts(figure: Figure, expected: int) -> bool:
    """True where no reading of the bound can mean ``expected``."""
    if figure.bound == "about":
        return abs(Decimal(expected) - figure.value) > figure.value * _FAR
    return not consistent(figure, expected)


def _amount(fact: Fact, tables: Tables) -> Verdict:
    """An amount of money against the cell of 行政事业性收费, each in yuan, rounding to the printed digits
    allowed.
    """
    cell, unit = tables.amount("administrative_charge", "amount"), worth(fact.figure.unit)
    if cell is None or unit is None:
        return UNCHECKED
    told, step = fact.figure.value * unit, fact.figure.step * unit
    if abs(told - cell) < max(step, Decimal(1)):
        return Verdict("agrees", path(fact.wording.expected[0]), format(cell / unit, "f"))
    return Verdict("unchecked", path(fact.wording.expected[0]), format(cell / unit, "f"))


def hold(fact: Fact, tables: Tables) -> Verdict:
    """The verdict on one figure, by itself."""
    wording = fact.wording
    if not wording.subject.about_disclosure:
        return Verdict("not_disclosure")
    if fact.period is not None or not wording.expected:
        return UNCHECKED
    if fact.name == _CHARGE:
        return _amount(fact, tables)
    for expression in (*wording.expected, *wording.also):
        value = tables.value(expression)
        if value is not None and consistent(fact.figure, value):
            return Verdict("agrees", path(expression), value)
    known = next(((e, v) for e in wording.expected if (v := tables.value(e)) is not None), None)
    if known is None:
        return UNCHECKED
    return _otherwise(fact, tables, *known)


def _otherwise(fact: Fact, tables: Tables, expression: str, value: int) -> Verdict:
    """A figure that agrees with nothing it may be held against: differs, or unchecked where it may mean
    something else.
    """
    tied = {"remedies": fact.linked, "applications": fact.anchored}.get(fact.wording.needs, True)
    soft = fact.restricted or not fact.wording.firm or not tied
    if soft or not _contradicts(fact.figure, value):
        return Verdict("unchecked", path(expression), value)
    if any((v := tables.value(e)) is not None and consistent(fact.figure, v) for e in fact.wording.maybe):
        return Verdict("unchecked", path(expression), value)
    return Verdict("differs", path(expression), value)


def _plainly(fact: Fact) -> bool:
    """True where the words before a number say nothing but that so many applications came in this year."""
    return LINK["plainly"].match(stripped(fact.near)) is not None


def settle(facts: list[Fact], verdicts: list[Verdict]) -> list[Verdict]:
    """Take back what the passage makes doubtful: a repeated subject of which one agrees, outcomes of a
    partial scope. What another paragraph plainly tells again (收到政府信息公开申请…件) stays.
    """
    agreed: dict[str, set[int]] = {}
    for fact, verdict in zip(facts, verdicts, strict=True):
        if verdict.verdict == "agrees":
            agreed.setdefault(fact.name, set()).add(fact.paragraph)
    partial: set[int] = set()
    out = []
    for fact, verdict in zip(facts, verdicts, strict=True):
        if fact.name in {"applications.received", "applications.answered"}:
            whole = not fact.restricted and fact.period is None
            if verdict.verdict == "agrees" or (whole and (fact.own or _plainly(fact))):
                partial.discard(fact.paragraph)
            elif not whole:
                partial.add(fact.paragraph)
        again = fact.name in agreed and not (fact.paragraph not in agreed[fact.name] and _plainly(fact))
        doubtful = again or fact.paragraph in partial
        out.append(
            Verdict("unchecked", verdict.against, verdict.expected)
            if doubtful and verdict.verdict == "differs"
            else verdict
        )
    return out
