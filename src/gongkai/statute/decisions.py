"""处理决定: the kinds of decision on an application: article, letter, remedy, row, and the facts each needs.

Every kind falls into exactly one of the 21 result rows of the official form (edition 2021). A kind is
permitted when the facts it needs are on file and none stands in its way; otherwise :func:`gaps` says in a
sentence what is missing. The kinds are data: ``decisions.toml``.

>>> decision("withheld.deliberative").letter
'D13'
>>> print(gaps("unavailable.not_held.nonexistent", ())[0].sentence)
不能作出“经检索，信息不存在”的决定，还缺少检索记录：信息不存在应当经过检索，请登记检索的系统、关键词、部门和日期。（《条例》第三十六条第（四）项）

Source: 政府信息公开条例 arts. 14–16, 30, 32, 35–39, 41, 42; 国办公开办函〔2021〕30号; 国办函〔2020〕109号.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.facts import Fact, fact
from gongkai.values.errors import NotAllowed

Needs = tuple[tuple[str, ...], ...]
"""Each inner tuple: one of these facts must be on file."""


class Remedy(StrEnum):
    """How a decision may be challenged."""

    EITHER = "either"
    RECONSIDERATION_FIRST = "reconsideration_first"
    BY_GROUND = "by_ground"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Condition:
    """If ``fact`` is on file, these are needed as well."""

    fact: str
    needs: Needs


@dataclass(frozen=True, slots=True)
class DecisionKind:
    """One kind of decision; ``row`` is a result row of the official form, ``letter`` a D-number.

    ``remedy_setting`` names the setting that may turn the remedy. ``despite`` are states of waiting in which
    the kind is permitted all the same. ``mark`` tells how firmly the law is known.
    """

    key: str
    row: str
    code: str
    title: str
    articles: tuple[str, ...]
    letter: str
    remedy: Remedy
    needs: Needs
    bars: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    despite: tuple[str, ...] = ()
    remedy_setting: str | None = None
    mark: str = "VERIFIED"
    why: str = ""

    @property
    def required_facts(self) -> Needs:
        """What must be on file whatever else is; each inner tuple: one of these."""
        return self.needs


@dataclass(frozen=True, slots=True)
class Waiting:
    """A state in which a case waits; ``lifted_by`` is the fact that makes it no hindrance."""

    fact: str
    lifted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Why a kind is not permitted: the facts of which one is missing, or the one that stands in the way."""

    kind: str
    facts: tuple[str, ...]
    in_the_way: bool
    sentence: str
    article: str


@cache
def _source() -> dict[str, Any]:
    text = files("gongkai.statute").joinpath("decisions.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _needs(lists: list[list[str]]) -> Needs:
    return tuple(tuple(names) for names in lists)


def _kind(data: Mapping[str, Any]) -> DecisionKind:
    return DecisionKind(
        key=data["key"],
        row=data["row"],
        code=data["code"],
        title=data["title"],
        articles=tuple(data["articles"]),
        letter=data["letter"],
        remedy=Remedy(data["remedy"]),
        needs=_needs(data["needs"]),
        bars=tuple(data.get("bars", ())),
        when=tuple(Condition(one["fact"], _needs(one["needs"])) for one in data.get("when", ())),
        despite=tuple(data.get("despite", ())),
        remedy_setting=data.get("remedy_setting"),
        mark=data["mark"],
        why=data.get("why", ""),
    )


@cache
def kinds() -> tuple[DecisionKind, ...]:
    """Every kind of decision, in the order of the form."""
    return tuple(_kind(data) for data in _source()["kind"])


@cache
def waiting() -> tuple[Waiting, ...]:
    """The states of waiting that hold a decision up."""
    return tuple(Waiting(one["fact"], one.get("lifted_by")) for one in _source()["waiting"])


@cache
def decision(key: str) -> DecisionKind:
    """The kind of that key; raises :class:`NotAllowed` with a sentence where there is none."""
    for kind in kinds():
        if kind.key == key:
            return kind
    finer = [kind.key for kind in kinds_of(key)]
    if finer:
        sentence = f"“{key}”这一行分为几种决定，请写明是哪一种：{'、'.join(finer)}。"
    else:
        sentence = f"没有“{key}”这种处理决定，请从条例和年度报告格式规定的处理结果中选择。"
    raise NotAllowed(sentence, _source()["source"])


def kinds_of(row: str) -> tuple[DecisionKind, ...]:
    """The kinds that fall into a row of the official form; none for a key that is no result row."""
    return tuple(kind for kind in kinds() if kind.row == row)


def gaps(key: str, on_file: Collection[str], grounds: Collection[str] = ()) -> tuple[Gap, ...]:
    """What keeps the kind ``key`` from being permitted with these facts on file; empty when nothing does.

    ``grounds`` are the kinds on which the part that is not given out rests, when some of it is (art. 37).
    What those need is asked for too. Raises :class:`NotAllowed` for an unknown kind or a ground that is none.
    """
    kind = decision(key)
    have = set(on_file) | ({"part_grounds"} if grounds else set())
    out = [*_waits(kind, have), *_bars(kind, kind.bars, have), *_lacks(kind, kind.needs, have)]
    for condition in kind.when:
        if condition.fact in have:
            out += _lacks(kind, condition.needs, have)
    if kind.remedy is Remedy.BY_GROUND:
        for ground in map(decision, sorted(set(grounds))):
            out += _ground_gaps(kind, ground, have)
    return tuple(dict.fromkeys(out))


def _ground_gaps(kind: DecisionKind, ground: DecisionKind, have: set[str]) -> Iterator[Gap]:
    """What the part withheld on ``ground`` needs; that it can be severed goes without saying here."""
    if ground.row in ("disclosed", kind.row):
        raise NotAllowed(
            f"“{ground.title}”不是不公开的依据，请为不公开的部分另选依据。", "、".join(kind.articles)
        )
    severed = {"severable", "not_severable"}
    yield from _bars(kind, tuple(bar for bar in ground.bars if bar not in severed), have)
    yield from _lacks(kind, tuple(need for need in ground.needs if not severed & set(need)), have)


def _waits(kind: DecisionKind, have: set[str]) -> Iterator[Gap]:
    for state in waiting():
        if state.fact in have and state.fact not in kind.despite and state.lifted_by not in have:
            yield _in_the_way(kind, fact(state.fact))


def _bars(kind: DecisionKind, bars: tuple[str, ...], have: set[str]) -> Iterator[Gap]:
    for bar in bars:
        if bar in have:
            yield _in_the_way(kind, fact(bar))


def _in_the_way(kind: DecisionKind, one: Fact) -> Gap:
    why = f"不能作出“{kind.title}”的决定：{one.barring}。（{one.article}）"
    return Gap(kind.key, (one.key,), True, why, one.article)


def _lacks(kind: DecisionKind, needs: Needs, have: set[str]) -> Iterator[Gap]:
    for names in needs:
        if have.isdisjoint(names):
            asked = [fact(name) for name in names]
            what = "或者".join(one.name for one in asked)
            do = asked[0].missing
            why = f"不能作出“{kind.title}”的决定，还缺少{what}：{do}。（{asked[0].article}）"
            yield Gap(kind.key, names, False, why, asked[0].article)


def permitted(on_file: Collection[str], grounds: Collection[str] = ()) -> tuple[DecisionKind, ...]:
    """The kinds for which everything needed is on file, in the order of the form."""
    return tuple(kind for kind in kinds() if not gaps(kind.key, on_file, grounds))


def require(key: str, on_file: Collection[str], grounds: Collection[str] = ()) -> DecisionKind:
    """The kind, if it is permitted; raises :class:`NotAllowed` that names the first thing missing."""
    found = gaps(key, on_file, grounds)
    if found:
        raise NotAllowed(found[0].sentence, found[0].article)
    return decision(key)
