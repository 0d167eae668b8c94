"""Percentages of a named total: 208 件（17.46%） of the 1,191 answered.

Right are rounded and cut-off digits; a share differs only where it is that of an outcome, its total is
told in the same passage, and no total in sight gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from gongkai.report.statements.held import Tables
from gongkai.report.statements.passages import Fact
from gongkai.report.statements.phrases import LINK, stripped
from gongkai.report.statements.subjects import OUTCOMES, SHARE, plain_wording
from gongkai.report.statements.units import PERCENT
from gongkai.report.statements.verdicts import Verdict

_BASES = ("applications.received", "applications.answered", "applications.handled")
_TABLE_BASES = (
    "applications:total_outcomes:total",
    "applications:newly_received:total",
    "applications:newly_received+brought_forward:total",
)


def _matches(share: Fact, part: Decimal, base: Decimal) -> tuple[bool, bool]:
    """Whether ``part`` of ``base`` is the printed share when rounded, and whether it is at least within
    one digit.
    """
    true = part * 100 / base
    gap = abs(true - share.figure.value)
    return gap * 2 <= share.figure.step, gap < share.figure.step


def _held(share: Fact, part: Fact, bases: Sequence[Decimal]) -> Verdict:
    tried = [(b, *_matches(share, part.figure.value, b)) for b in bases if b > 0 and b >= part.figure.value]
    if any(exact for _, exact, _ in tried):
        return Verdict("agrees")
    if not tried or any(close for _, _, close in tried):
        return Verdict("unchecked")
    base = tried[0][0]
    expected = (part.figure.value * 100 / base).quantize(share.figure.step)
    return Verdict("differs", (), format(expected, "f"))


def shares(facts: Sequence[Fact], tables: Tables) -> dict[int, Verdict]:
    """Verdicts on the percentages of a chapter by index of their fact; those that cannot be judged are
    left out.
    """
    out: dict[int, Verdict] = {}
    for index in range(1, len(facts)):
        share, part = facts[index], facts[index - 1]
        if share.figure.unit != PERCENT or part.sentence != share.sentence or not part.exact:
            continue
        if not LINK["share"].match(stripped(share.near.lstrip("，、（"))):
            continue
        share.wording = plain_wording(SHARE)
        known = [Decimal(v) for e in _TABLE_BASES if (v := tables.value(e)) is not None]
        bases = _BASES if known else _BASES[1:]
        told = [
            f.figure.value
            for f in facts[:index]
            if f.paragraph == share.paragraph and f.name in bases and f.exact and f.period is None
        ]
        firm = (
            part.name in OUTCOMES["parts"] and told and part.period is None and share.figure.bound == "exact"
        )
        if firm:
            verdict = _held(share, part, [*reversed(told), *known])
        else:
            totals = [f.figure.value for f in facts[:index] if f.paragraph == share.paragraph and f.exact]
            verdict = _held(share, part, [*totals, *known])
            verdict = verdict if verdict.verdict == "agrees" else Verdict("unchecked")
        out[index] = verdict
    return out
