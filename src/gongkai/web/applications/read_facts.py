"""Facts that nobody writes down for a proposal, because another app reads them from what was signed there.

``register_fact(ReadFact("secrecy_review", find, todo))`` in the app's ``AppConfig.ready``. A proposal may be
made while such a fact is awaited, for the reply that will be signed is drafted from the proposal; the
decision itself waits for the fact.

Source: 条例 arts. 17, 45; 保守国家秘密法 art. 35; law.md §7.3 (承办, then 保密审查, then the decision).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from gongkai.statute.facts import fact
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import CaseState


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact by its key: ``find`` gives its words or "" while awaited, ``todo`` what to do till then."""

    key: str
    find: Callable[[CaseState], str]
    todo: str


_FACTS: dict[str, ReadFact] = {}


def register_fact(one: ReadFact) -> None:
    """Make it known; the same key replaces the one before."""
    _FACTS[one.key] = one


def read_keys() -> frozenset[str]:
    """The facts that are read and never written down."""
    return frozenset(_FACTS)


def read(state: CaseState, keys: Collection[str]) -> Mapping[str, str]:
    """The words of those of these facts that are on file."""
    found = {key: _FACTS[key].find(state) for key in keys if key in _FACTS}
    return {key: words for key, words in found.items() if words}


def awaited(state: CaseState, keys: Collection[str]) -> list[ReadFact]:
    """Those of these facts that are not on file yet."""
    return [_FACTS[key] for key in keys if key in _FACTS and not _FACTS[key].find(state)]


def typed_by_hand(keys: Collection[str]) -> None:
    """Raise :class:`NotAllowed` where one of these facts is read elsewhere and was written down here."""
    for key in keys:
        if key in _FACTS:
            raise NotAllowed(f"“{fact(key).name}”不在这里填写。{_FACTS[key].todo}", fact(key).article)
