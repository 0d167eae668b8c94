"""Sums told in prose: a total with its parts after 其中, parts with their total after 共, and parts that
close by nature.

A list agrees where its parts add up to the total. It *differs* only where it claims to be whole: it
closes on 其他…, or its parts are a partition (自然人 and 法人或其他组织), or single channels are added up
to 共公开信息. A list after 其中 that claims nothing stays silent, for its parts may overlap or be a
choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from gongkai.report.statements.passages import Fact
from gongkai.report.statements.phrases import LIST
from gongkai.report.statements.subjects import OUTCOMES, PARTITIONS
from gongkai.report.statements.units import worth

_RESULTS_AFTER = 20
_LONGEST = 60
_MANY = 8
_LITTLE = Decimal("0.01")
_NEWMEDIA = "channel.newmedia."


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts as indices of facts, the sum of the parts, and whether both are the same."""

    whole: int
    parts: tuple[int, ...]
    value: Decimal

    def holds(self, facts: Sequence[Fact]) -> bool:
        """True where the parts add up to the total, or to no less than a lower bound."""
        figure = facts[self.whole].figure
        return self.value >= figure.value if figure.bound == "at_least" else self.value == figure.value


def _counted(fact: Fact) -> bool:
    return bool(fact.figure.unit) and fact.figure.unit != "%" and worth(fact.figure.unit) is None


def _run(facts: Sequence[Fact], whole: int) -> list[int]:
    """The facts after a total that may be its parts: same sentence, same unit, same depth of brackets."""
    total = facts[whole]
    sentence, unit, floor = total.sentence, total.figure.unit, total.depth
    out: list[int] = []
    depth = -1
    for index in range(whole + 1, min(len(facts), whole + _LONGEST)):
        fact = facts[index]
        if fact.sentence != sentence:
            break
        if depth < 0:
            depth = fact.depth
            floor = max(depth, floor)
        if fact.depth < floor:
            break
        if fact.depth > depth or (found := fact.figure.unit) == "%":
            continue
        if found != unit:
            break
        out.append(index)
    return out


def _of(facts: Sequence[Fact], whole: int, parts: Sequence[int]) -> Sum:
    return Sum(whole, tuple(parts), sum((facts[p].figure.value for p in parts), Decimal(0)))


def _prefix(facts: Sequence[Fact], whole: int, parts: Sequence[int]) -> Sum | None:
    """The first two or more parts that add up to the total."""
    total, value = facts[whole].figure.value, Decimal(0)
    for count, part in enumerate(parts, 1):
        value += facts[part].figure.value
        if count > 1 and value == total:
            return Sum(whole, tuple(parts[:count]), value)
        if value > total:
            return None
    return None


def _closed(facts: Sequence[Fact], whole: int, parts: Sequence[int], between: str) -> bool:
    """True where a list after a total claims to be whole: opened by 其中 or the like, closed by 其他,
    nothing doubtful.
    """
    if len(parts) < 3 or not LIST["opens"].search(between):
        return False
    nears = [facts[p].near for p in parts]
    if not LIST["closing"].match(nears[-1]) or any(LIST["closing"].match(n) for n in nears[:-1]):
        return False
    if any(LIST["breaks"].search(n) for n in nears) or any(LIST["nested"].search(n) for n in nears[1:]):
        return False
    biggest = max(facts[p].figure.value for p in parts)
    return all(facts[i].exact for i in (whole, *parts)) and biggest <= facts[whole].figure.value


def _nearly(facts: Sequence[Fact], whole: int, parts: Sequence[int]) -> bool:
    """True where a long list misses its total by so little that it cannot be a choice of parts."""
    total = facts[whole]
    nears = [facts[p].near for p in parts]
    if len(parts) < _MANY or not LIST["whole"].match(total.name) or total.restricted:
        return False
    if any(LIST[word].search(n) for n in nears[1:] for word in ("breaks", "nested", "choice")):
        return False
    if LIST["choice"].search(nears[0]) or not all(facts[i].exact for i in (whole, *parts)):
        return False
    told = total.figure.value
    gap = sum((facts[p].figure.value for p in parts), Decimal(0)) - told
    return 0 < abs(gap) <= told * _LITTLE and max(facts[p].figure.value for p in parts) < told


def _forward(facts: Sequence[Fact], text: str) -> Iterator[Sum]:
    used: set[int] = set()
    for whole, fact in enumerate(facts):
        if whole in used or not _counted(fact) or fact.figure.bound != "exact":
            continue
        parts = _run(facts, whole)
        if len(parts) < 2:
            continue
        found = _prefix(facts, whole, parts)
        if found is not None:
            used.update(found.parts)
            yield found
            continue
        between = text[fact.figure.end : facts[parts[0]].figure.start]
        if _closed(facts, whole, parts, between) or (
            LIST["opens"].search(between) and _nearly(facts, whole, parts)
        ):
            yield _of(facts, whole, parts)


def _backward(facts: Sequence[Fact]) -> Iterator[Sum]:
    for whole, fact in enumerate(facts):
        if not _counted(fact) or fact.figure.bound != "exact" or not LIST["total"].search(fact.near):
            continue
        total, value = fact.figure.value, Decimal(0)
        parts: list[int] = []
        for index in range(whole - 1, max(-1, whole - _LONGEST), -1):
            part = facts[index]
            same = part.paragraph == fact.paragraph and part.figure.unit == fact.figure.unit
            if not same or part.sentence < fact.sentence - 1 or part.depth != fact.depth:
                break
            parts.append(index)
            value += part.figure.value
            if len(parts) > 1 and value == total:
                yield Sum(whole, tuple(reversed(parts)), value)
                break
        listed = list(takewhile(lambda p: LIST["firm_part"].match(facts[p].near), parts))[::-1]
        if value != total and _added_up(facts, whole, listed):
            found = _of(facts, whole, listed)
            if found.value != total:
                yield found


def _added_up(facts: Sequence[Fact], whole: int, parts: Sequence[int]) -> bool:
    """True where 通过甲公开信息…条，通过乙公开信息…条，共公开信息…条 adds up channel by channel."""
    told = LIST["firm_total"].match(facts[whole].near) is not None
    return told and len(parts) > 1 and all(facts[i].exact for i in (whole, *parts))


def _back(facts: Sequence[Fact], text: str, sentences: Sequence[int]) -> Iterator[Sum]:
    """在主动公开的信息中，甲…条，乙…条: parts of a total told in a sentence before."""
    for first, fact in enumerate(facts):
        opens = first == 0 or facts[first - 1].sentence != fact.sentence
        if (
            not opens
            or not _counted(fact)
            or not LIST["back"].match(text[sentences[fact.sentence] : fact.figure.start])
        ):
            continue
        parts = [first, *_run(facts, first)]
        for whole in range(first - 1, -1, -1):
            total = facts[whole]
            if total.paragraph != fact.paragraph or total.sentence < fact.sentence - 3:
                break
            if total.figure.unit != fact.figure.unit:
                continue
            if (found := _prefix(facts, whole, parts)) is not None:
                yield found
                break
            if whole == first - 1 and _nearly(facts, whole, parts):
                yield _of(facts, whole, parts)


def _said(facts: Sequence[Fact], fact: Fact) -> set[Decimal]:
    """Totals of applications told in the same paragraph, and those received with those brought forward."""
    told = [f for f in facts if f.paragraph == fact.paragraph and f.name.startswith("applications.")]
    new = [f.figure.value for f in told if f.name == "applications.received"]
    old = [f.figure.value for f in told if f.name == "applications.brought_forward"]
    return {f.figure.value for f in told} | {a + b for a in new for b in old}


def _partitions(facts: Sequence[Fact]) -> Iterator[Sum]:
    """Parts that are the whole by their nature, each told once after it in the same paragraph."""
    for whole, fact in enumerate(facts):
        for names, wholes in PARTITIONS:
            if fact.name not in wholes or not fact.exact:
                continue
            near = [
                i
                for i in range(whole + 1, min(len(facts), whole + _RESULTS_AFTER))
                if facts[i].name in names and facts[i].sentence == fact.sentence and facts[i].exact
            ]
            if len(near) == len(names) and {facts[i].name for i in near} == names:
                found = _of(facts, whole, near)
                if found.value == fact.figure.value or found.value not in _said(facts, fact):
                    yield found


def _outcomes(facts: Sequence[Fact]) -> Iterator[Sum]:
    """The outcomes told after the number of applications answered, where the list is whole."""
    for whole, fact in enumerate(facts):
        if fact.name not in OUTCOMES["of"] or not fact.exact or fact.period or fact.restricted:
            continue
        told = [
            i
            for i in range(whole + 1, min(len(facts), whole + _RESULTS_AFTER))
            if facts[i].name in OUTCOMES["parts"] and facts[i].paragraph == fact.paragraph
        ]
        names = [facts[i].name for i in told]
        if "applications.disclosed_or_partly" in names:
            told = [
                i
                for i in told
                if facts[i].name not in {"applications.disclosed", "applications.partly_disclosed"}
            ]
            names = [facts[i].name for i in told]
        if len(set(names)) != len(names) or not OUTCOMES["required"] <= set(names):
            continue
        if not any(n.startswith("applications.disclosed") for n in names) or not all(
            facts[i].exact for i in told
        ):
            continue
        found = _of(facts, whole, told)
        if found.value == fact.figure.value or found.value not in _said(facts, fact):
            yield found


def _media(facts: Sequence[Fact]) -> Iterator[Sum]:
    """政务新媒体发布信息逾…: a lower bound held against the accounts told after it."""
    for whole, fact in enumerate(facts):
        if not fact.name.startswith(_NEWMEDIA) or fact.figure.bound != "at_least":
            continue
        parts = [
            i
            for i in range(whole + 1, len(facts))
            if facts[i].paragraph == fact.paragraph
            and facts[i].name.startswith("channel.")
            and facts[i].name.endswith((".posts", ".videos"))
            and not facts[i].name.startswith((_NEWMEDIA, "channel.website", "channel.notice"))
        ]
        found = _of(facts, whole, parts)
        if parts and found.holds(facts):
            yield found


def sums(facts: Sequence[Fact], text: str, sentences: Sequence[int]) -> list[Sum]:
    """Every sum of a chapter that can be judged: those that hold and those that claim to hold and do not."""
    out: dict[int, Sum] = {}
    for source in (
        _partitions(facts),
        _outcomes(facts),
        _media(facts),
        _backward(facts),
        _back(facts, text, sentences),
        _forward(facts, text),
    ):
        for found in source:
            before = out.get(found.whole)
            if before is None or (
                found.holds(facts)
                and not before.holds(facts)
                and facts[found.whole].name not in OUTCOMES["of"]
            ):
                out[found.whole] = found
    return list(out.values())
