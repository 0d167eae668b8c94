"""How alike the prose of two reports is, and which sentences stand in both: equal, changed, moved, or new.

Everything here is symmetric: exchanging the two reports exchanges the sides and changes nothing else.
Ratios are shares of characters, 0 to 1, of what is left when the standard phrases are taken out
(:mod:`gongkai.report.standard`); figures are not held against each other, for they must differ.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from statistics import fmean
from typing import Literal

from rapidfuzz.distance import Indel

from gongkai.report.document import AnnualReport
from gongkai.report.sentences import Sentence, sentences
from gongkai.report.standard import Standard, own_names, standard

Kind = Literal["same", "figures", "changed", "only_a", "only_b", "standard"]

ALIKE = 0.6
"""Two sentences below this have nothing to do with each other."""
MOVED = 0.8
"""A sentence found in another chapter must be this like, for there chance has more to choose from."""
MOST = 300
"""So many sentences of one side at most are held against the other's; the rest count as its own."""


@dataclass(frozen=True, slots=True)
class Similarity:
    """A chapter's likeness: the share of characters of its own that both have; None where neither has any.

    ``characters`` are those left of a and of b without the standard phrases.
    """

    chapter: int
    ratio: float | None
    characters: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one or of both reports; ``moved`` where it stands in another place or another chapter."""

    kind: Kind
    a: Sentence | None
    b: Sentence | None
    ratio: float | None = None
    moved: bool = False

    def mirrored(self) -> Passage:
        """The same passage with the sides exchanged."""
        swapped: dict[Kind, Kind] = {"only_a": "only_b", "only_b": "only_a"}
        return Passage(swapped.get(self.kind, self.kind), self.b, self.a, self.ratio, self.moved)


@dataclass(frozen=True, slots=True)
class Likeness:
    """The likeness of every chapter, and the passages in the order of a, then what only b has."""

    chapters: tuple[Similarity, ...]
    passages: tuple[Passage, ...]

    def ratio(self, chapter: int) -> float | None:
        """The likeness of one chapter; None where neither has words of its own there."""
        return next((s.ratio for s in self.chapters if s.chapter == chapter), None)


def likeness(a: AnnualReport, b: AnnualReport, words: Standard | None = None) -> Likeness:
    """Hold the prose of two reports against each other, chapter by chapter, then across chapters."""
    told = words or standard()
    ours, theirs = (sentences(report, told, own_names(report)) for report in (a, b))
    chapters, pairs = [], []
    for number in sorted({s.chapter for s in (*ours, *theirs)} | set(range(1, 7))):
        left = [s for s in ours if s.chapter == number and s.words]
        right = [s for s in theirs if s.chapter == number and s.words]
        found = _pairs(left, right, ALIKE)
        if number:
            chapters.append(_similarity(number, left, right, found))
        pairs += _told(found, _moved(found))
    met_a, met_b = {p.a for p in pairs}, {p.b for p in pairs}
    rest = _pairs(
        [s for s in ours if s.words and s not in met_a],
        [s for s in theirs if s.words and s not in met_b],
        MOVED,
    )
    pairs += _told(rest, set(range(len(rest))))
    return Likeness(tuple(chapters), _in_order(ours, theirs, pairs))


_Pair = tuple[Sentence, Sentence, float]


def _pairs(left: Sequence[Sentence], right: Sequence[Sentence], least: float) -> list[_Pair]:
    """Which sentences belong together: the most alike first, of equals those nearest in place."""
    left, right = left[:MOST], right[:MOST]
    exact: dict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(right):
        exact[other.words].append(j)
    found = [(1.0, i, j) for i, one in enumerate(left) for j in exact.get(one.words, ())]
    settled_a, settled_b = _greedy(found)
    free = [j for j in range(len(right)) if j not in settled_b]
    near = []
    for i, one in enumerate(left):
        if i in settled_a:
            continue
        for j in free:
            score = Indel.normalized_similarity(one.words, right[j].words, score_cutoff=least)
            if score >= least:
                near.append((score, i, j))
    more, _ = _greedy(near)
    return [(left[i], right[j], score) for i, (j, score) in sorted({**settled_a, **more}.items())]


def _greedy(found: list[tuple[float, int, int]]) -> tuple[dict[int, tuple[int, float]], set[int]]:
    """Each sentence once; the order of choice does not depend on which side is called a."""
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for score, i, j in sorted(found, key=lambda f: (-f[0], abs(f[1] - f[2]), f[1] + f[2])):
        if i not in taken and j not in used:
            taken[i] = (j, score)
            used.add(j)
    return taken, used


def _moved(pairs: Sequence[_Pair]) -> set[int]:
    """Which pairs left their place: those that cross most others, taken out until no two cross.

    Of two sentences that changed places both have moved.
    """
    places = [(one.place, other.place) for one, other, _ in pairs]
    crossings = [[k for k, (x, y) in enumerate(places) if (x - i) * (y - j) < 0] for i, j in places]
    counts = [len(met) for met in crossings]
    out: set[int] = set()
    while most := max(counts, default=0):
        gone = [k for k, count in enumerate(counts) if count == most]
        out.update(gone)
        for k in gone:
            for met in crossings[k]:
                counts[met] -= 1
        for k in out:
            counts[k] = 0
    return out


def _similarity(
    number: int, left: Sequence[Sentence], right: Sequence[Sentence], pairs: Sequence[_Pair]
) -> Similarity:
    ours, theirs = (sum(len(s.words) for s in side) for side in (left, right))
    both = fsum(score * (len(one.words) + len(other.words)) for one, other, score in pairs)
    ratio = round(min(1.0, both / (ours + theirs)), 4) if ours + theirs else None
    return Similarity(number, ratio, (ours, theirs))


def _told(pairs: Sequence[_Pair], moved: set[int]) -> list[Passage]:
    return [
        Passage(_kind(one, other), one, other, round(score, 4), k in moved)
        for k, (one, other, score) in enumerate(pairs)
    ]


def _kind(one: Sentence, other: Sentence) -> Kind:
    if one.words != other.words:
        return "changed"
    return "same" if one.folded == other.folded else "figures"


def _in_order(
    ours: Sequence[Sentence], theirs: Sequence[Sentence], pairs: list[Passage]
) -> tuple[Passage, ...]:
    """Every sentence of both once, chapter by chapter where it stands in a; what only b has stands where
    b has it.
    """
    met_a, met_b = {p.a for p in pairs}, {p.b for p in pairs}
    alone = [Passage("only_a" if s.words else "standard", s, None) for s in ours if s not in met_a]
    alone += [Passage("only_b" if s.words else "standard", None, s) for s in theirs if s not in met_b]

    def order(passage: Passage) -> tuple[float, ...]:
        sides = [s for s in (passage.a, passage.b) if s is not None]
        chapter = min(s.chapter for s in sides)
        there = [s.place for s in sides if s.chapter == chapter]
        return (chapter, fmean(there), len(sides), passage.a is None)

    return tuple(sorted([*pairs, *alone], key=order))
