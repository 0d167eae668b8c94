"""Reports given together: the years of one organ, the organs of one year, and who stands above them.

Nothing is guessed from likeness: an organ is one by its name, or by the file where its name was not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from gongkai.report.checks.subordinates import contained_in, identity
from gongkai.report.document import AnnualReport
from gongkai.report.names import plain_name

Indexes = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """By index into the reports: ``sequences``, each the years of one organ in their order; ``year``, the
    organs of the year that has most of them, each once; ``above``, the one of these under which all others
    stand.
    """

    sequences: tuple[Indexes, ...]
    year: Indexes
    above: int | None

    @property
    def pairs(self) -> tuple[tuple[int, int], ...]:
        """Every year with the one before it, of every organ."""
        return tuple(pair for sequence in self.sequences for pair in pairwise(sequence))


def groups(reports: Sequence[AnnualReport]) -> Groups:
    """What belongs together; groups of one are none."""
    year = _year(reports)
    return Groups(_sequences(reports), year, above(reports, year))


def _sequences(reports: Sequence[AnnualReport]) -> tuple[Indexes, ...]:
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for index, report in enumerate(reports):
        if report.year is not None:
            found[_organ(report)].setdefault(report.year, index)
    return tuple(
        tuple(index for _, index in sorted(years.items())) for years in found.values() if len(years) > 1
    )


def _year(reports: Sequence[AnnualReport]) -> Indexes:
    """Of years with equally many organs the latest."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    for index, report in enumerate(reports):
        if report.year is not None:
            found[report.year].setdefault(_organ(report), index)
    best = max(found, key=lambda year: (len(found[year]), year), default=None)
    return tuple(found[best].values()) if best is not None and len(found[best]) > 1 else ()


def _organ(report: AnnualReport) -> str:
    return plain_name(report.organ) if report.organ else identity(report)[0]


def above(reports: Sequence[AnnualReport], among: Indexes) -> int | None:
    """The government whose place begins the names of all others among these; None where there is none."""
    for index in among:
        others = [reports[i] for i in among if i != index]
        if others and all(contained_in(other, reports[index]) for other in others):
            return index
    return None
