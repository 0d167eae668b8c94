"""What can be said of reports given together, and the choices a person makes about it.

Without a choice: every year of an organ beside the one before it, three years and more in a row, the organs
of one year in a row and added up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gongkai.report.checks.subordinates import name_of
from gongkai.report.compare import Comparison, compare
from gongkai.report.document import AnnualReport
from gongkai.report.groups import Groups, Indexes, groups
from gongkai.report.lineup import Lineup, line_up
from gongkai.report.names import plain_name
from gongkai.report.papers.formats import Found
from gongkai.report.rollup import Rollup, rollup
from gongkai.report.standard import Standard, learned

MOST_PAIRS = 40
"""So many pairs of years are laid beside each other."""
MOST_IN_A_ROW = 60
"""So many reports stand in a row: every pair of them is held against each other."""
ENOUGH_ORGANS = 5
"""From so many organs on, what most of them say is learned as standard."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person chose, by index into the reports; None and empty leave it to the program.

    ``pair``: the two to compare. ``own``: the report of the organ above, -1 for none. ``covers``: its figures
    include those of the organs below it. ``expected``: the names of the organs that should report.
    """

    pair: tuple[int, int] | None = None
    own: int | None = None
    covers: bool = True
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """One thing found, with the key by which it can be asked for again (ASCII)."""

    key: str
    found: Found


class Together:
    """Reports given together. Each thing is worked out when it is asked for."""

    def __init__(self, reports: Sequence[AnnualReport], choice: Choice | None = None) -> None:
        self.reports = tuple(reports)
        self.choice = choice or Choice()
        self.groups: Groups = groups(self.reports)

    def available(self) -> list[str]:
        """The keys of all that there is, in the order in which to show it."""
        out = [f"compare-{a}-{b}" for a, b in self.pairs[:MOST_PAIRS]]
        out += [f"years-{n}" for n, sequence in enumerate(self.groups.sequences) if len(sequence) > 2]
        if self.children:
            out += ["rollup"]
        if len(self.groups.year) > 1:
            out += ["lineup"]
        return out

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """The pairs to compare: the chosen one first, then every year with the one before it."""
        chosen = self.choice.pair
        if chosen is None or not self._has(*chosen) or chosen[0] == chosen[1]:
            return self.groups.pairs
        return (chosen, *(pair for pair in self.groups.pairs if set(pair) != set(chosen)))

    @property
    def own(self) -> int | None:
        """The index of the report above: the chosen one, else the government under which all others stand."""
        chosen = self.choice.own
        if chosen is None:
            return self.groups.above
        return chosen if self._has(chosen) else None

    @property
    def children(self) -> Indexes:
        """The reports to add up: the organs of the year; where a person chose, those too of which there is
        only a report of another year, so that it is told.
        """
        if self.own is None and not self.choice.expected:
            return self.groups.year
        if self.choice.own is None and not self.choice.expected:
            return tuple(i for i in self.groups.year if i != self.own)
        year = self._year()
        there = {self._organ(i) for i in range(len(self.reports)) if self.reports[i].year == year}
        return tuple(
            i
            for i, report in enumerate(self.reports)
            if i != self.own and (report.year == year or self._organ(i) not in there)
        )

    def _year(self) -> int | None:
        """The year to add up: that of the report above, else the one that most organs have."""
        if self.own is not None:
            return self.reports[self.own].year
        return self.reports[self.groups.year[0]].year if self.groups.year else None

    def _organ(self, index: int) -> str:
        return plain_name(name_of(self.reports[index]))

    def one(self, key: str) -> Told:
        """What a key asks for; raises :class:`KeyError` where there is no such thing."""
        kind, *rest = key.split("-")
        numbers = [int(n) for n in rest if n.isascii() and n.isdecimal() and len(n) < 6]
        if kind == "compare" and len(numbers) == 2 and self._has(*numbers):
            return Told(key, self._compared(*numbers))
        if kind == "years" and len(numbers) == 1 and numbers[0] < len(self.groups.sequences):
            return Told(key, self._row(self.groups.sequences[numbers[0]]))
        if key == "lineup" and self.groups.year:
            return Told(key, self._row(self.groups.year[:MOST_IN_A_ROW]))
        if key == "rollup" and self.children:
            return Told(key, self._sum())
        raise KeyError(key)

    def each(self) -> Iterator[Told]:
        """All there is."""
        return map(self.one, self.available())

    def _has(self, *indexes: int) -> bool:
        return all(0 <= index < len(self.reports) for index in indexes)

    def _compared(self, a: int, b: int) -> Comparison:
        return compare(self.reports[a], self.reports[b], self._words())

    def _words(self) -> Standard | None:
        organs = {report.organ for report in self.reports}
        return learned(self.reports) if len(organs) >= ENOUGH_ORGANS else None

    def _row(self, indexes: Indexes) -> Lineup:
        return line_up([self.reports[index] for index in indexes])

    def _sum(self) -> Rollup:
        above = None if self.own is None else self.reports[self.own]
        children = [self.reports[index] for index in self.children]
        return rollup(children, above, self.choice.expected, covers=self.choice.covers)
