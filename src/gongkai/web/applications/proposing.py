"""What a proposal page asks: the facts that a kind of decision needs and that are not on file, and what
may bar it.

The questions that lead to a kind are ``gongkai.statute.questions``; what is asked here follows from the kind
itself, so nothing of it is written twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from gongkai.statute.decisions import DecisionKind, Remedy, decision, kinds
from gongkai.statute.exemptions import grounds, result_of
from gongkai.statute.facts import Fact, fact
from gongkai.statute.questions import Walk, walk
from gongkai.tables.form import form
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import CaseState, settings_of
from gongkai.web.applications.models import Proposal
from gongkai.web.applications.on_file import on_file
from gongkai.web.applications.read_facts import awaited, read, read_keys

LAST = "reply"
"""The question of how the reply goes out: asked when it goes out, not when it is proposed."""
IMPLIED = frozenset({"part_grounds", "severable", "not_severable"})
"""Facts that the choice of grounds tells by itself, where a part is given out."""
FORM = form("2021").table("applications")
REMEDIES = {
    Remedy.EITHER: "可以申请行政复议，也可以提起行政诉讼",
    Remedy.RECONSIDERATION_FIRST: "应当先申请行政复议，对复议决定不服的，再提起行政诉讼",
    Remedy.BY_GROUND: "按不公开部分的依据确定",
    Remedy.NONE: "没有处理决定可以争议",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Facts of which one must be written down; ``must`` where there is no other way to have it."""

    facts: tuple[Fact, ...]
    must: bool


def row_words(row: str) -> str:
    """A row of the official table as it names it."""
    return FORM.row(row).label


def walked(state: CaseState, answers: Mapping[str, str]) -> Walk:
    """Where the answers lead; raises :class:`NotAllowed` for an answer that its question does not have."""
    return walk(answers, settings_of(state.application))


def arrived(found: Walk) -> bool:
    """Whether the answers have led to the kinds in question."""
    return bool(found.path) and not found.do and (found.question is None or found.question.key == LAST)


def asked(kind: DecisionKind, state: CaseState, chosen: Sequence[str] = ()) -> list[Asked]:
    """What is to be written down for a kind: its own facts, those of the grounds, those of its conditions."""
    have = on_file(state) | read_keys()
    needs = list(kind.needs)
    for condition in kind.when:
        if condition.fact in have:
            needs += condition.needs
    implied: frozenset[str] = frozenset()
    if kind.remedy is Remedy.BY_GROUND:
        implied = IMPLIED
        for ground in chosen:
            needs += decision(ground).needs
    if "consultation_open" in have and "consultation_open" not in kind.despite:
        needs.append(("consultation_irrelevant",))
    out = []
    for names in dict.fromkeys(needs):
        if have.isdisjoint(names) and implied.isdisjoint(names):
            writable = tuple(fact(name) for name in names if fact(name).event is None)
            if writable:
                out.append(Asked(writable, len(names) == 1))
    return out


def bars(kind: DecisionKind, chosen: Sequence[str] = ()) -> list[Fact]:
    """The facts that would stand in the way and that only a person can tell."""
    names = list(kind.bars)
    if kind.remedy is Remedy.BY_GROUND:
        names += [bar for ground in chosen for bar in decision(ground).bars if bar not in IMPLIED]
    return [fact(name) for name in dict.fromkeys(names) if fact(name).event is None]


def part_grounds() -> list[DecisionKind]:
    """The kinds on which a part may be withheld, and those by which a part cannot be supplied."""
    known = {one.key for one in grounds()}
    return [kind for kind in kinds() if kind.key in known or kind.row.startswith("unavailable.")]


def result_words(proposals: Collection[Proposal]) -> str:
    """Into which row of the official table the proposals lead together, or why that is not settled."""
    if not proposals:
        return ""
    try:
        kind = result_of([one.kind for one in proposals], next(iter(proposals)).kind)
    except NotAllowed as error:
        return error.sentence
    return f"计入年度报告“{row_words(kind.row)}”。"


def told(proposal: Proposal) -> Iterator[tuple[str, str]]:
    """What was written for each fact, by its name."""
    for key, text in proposal.facts.items():
        if key not in read_keys():
            yield fact(key).name, text


def read_told(state: CaseState, kind: DecisionKind) -> Iterator[tuple[str, str]]:
    """The facts of a kind that are read from elsewhere, by their names: their words, or what to do."""
    keys = [key for need in kind.needs for key in need if key in read_keys()]
    for key, words in read(state, keys).items():
        yield fact(key).name, words
    for one in awaited(state, keys):
        yield fact(one.key).name, f"还没有。{one.todo}"
