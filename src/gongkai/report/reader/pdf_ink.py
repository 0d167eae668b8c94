"""What stands on one printed page: runs of characters and ruled lines, in points from the top left corner.

A :class:`Sheet` is the common ground of text PDF and scan: the PDF reader fills it from the page's objects,
the scan reader from recognised words and from lines found in the picture; lattice, lines and layout know
nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points; y grows downwards."""

_EQUIVALENT = dict(
    zip(
        "⺁⺎⺏⺒⺓⺝⺟⺠⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "厂兀尣巳幺月母民肉虎西见角贝车长门青韦页风飞食马鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
"""Radicals that print gives for a character and that NFKC leaves alone (Unicode,
EquivalentUnifiedIdeograph).
"""


def plain_ideograph(char: str) -> str:
    """The ordinary character for a radical or compatibility ideograph, otherwise the character itself."""
    import unicodedata  # noqa: PLC0415 - only pages with such characters pay for the table

    if char in _EQUIVALENT:
        return _EQUIVALENT[char]
    if not ("\u2e80" <= char <= "\u2fdf" or "\uf900" <= char <= "\ufaff"):
        return char
    folded = unicodedata.normalize("NFKC", char)
    return folded if len(folded) == 1 else char


@dataclass(slots=True)
class Run:
    """Characters set without a wide gap on one line: ``lefts[i]`` and ``rights[i]`` bound ``text[i]``.

    ``em`` is the width of a full character, in points; ``sure`` is False where recognition had doubts.
    """

    text: str
    lefts: list[float]
    rights: list[float]
    y0: float
    y1: float
    em: float
    sure: bool = True

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.lefts[0]

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.rights[-1]

    @property
    def middle(self) -> float:
        """Half height, by which runs are put on one line."""
        return (self.y0 + self.y1) / 2

    def part(self, start: int, end: int) -> Run:
        """The run's characters ``[start, end)``."""
        lefts, rights = self.lefts[start:end], self.rights[start:end]
        return Run(self.text[start:end], lefts, rights, self.y0, self.y1, self.em, self.sure)


@dataclass(slots=True, frozen=True)
class Rule:
    """A ruled line: ``at`` its position across, from ``low`` to ``high`` along it, in points."""

    at: float
    low: float
    high: float


@dataclass(slots=True)
class Sheet:
    """A page: its number from 1, its size in points, its runs in the order of the file and its rules.

    ``pictured`` is the share of the page that pictures cover, ``unmapped`` the number of characters without
    a code, ``drawn`` the number of vector paths.
    """

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    pictured: float = 0.0
    unmapped: int = 0
    drawn: int = 0

    @property
    def letters(self) -> int:
        """How many characters the page has."""
        return sum(len(run.text) for run in self.runs)


def joined(rules: Iterable[Rule], near: float = 1.5, gap: float = 2.5) -> list[Rule]:
    """Pieces of one line made whole: collinear within ``near`` points, ends no more than ``gap`` points
    apart.
    """
    out: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules, key=lambda r: r.at):
        if group and rule.at - group[0].at > near:
            out.extend(_whole(group, gap))
            group = []
        group.append(rule)
    out.extend(_whole(group, gap))
    return out


def _whole(group: list[Rule], gap: float) -> list[Rule]:
    out: list[Rule] = []
    for rule in sorted(group, key=lambda r: r.low):
        if out and rule.low <= out[-1].high + gap:
            out[-1] = Rule(out[-1].at, out[-1].low, max(out[-1].high, rule.high))
        else:
            out.append(rule)
    return out
