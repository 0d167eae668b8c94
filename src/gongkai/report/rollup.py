"""Subordinates' reports added up, apart from the report of the organ above them.

:func:`rollup` takes the children's reports and, if there is one, the report of the organ above. A cell's sum
counts settled numbers only. While a child is missing, or prints a cell blank, as ``/`` or not at all, the
true sum lies between bounds: at least what is there, at most what the organ above reports where its report
covers its children (汇总), else unknown. Nothing is ever filled in with 0. The order of the children is of no
account.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from gongkai.report.checks.check import Context
from gongkai.report.checks.registry import beside
from gongkai.report.checks.subordinates import contained, countable, duplicates, name_of, of_other_years
from gongkai.report.document import AnnualReport, Source
from gongkai.report.figures import column_of, figure
from gongkai.report.names import missing_of, same_name
from gongkai.tables.form import TABLES, Path, form
from gongkai.values.findings import Finding

DUPLICATE, OTHER_YEAR, OTHER_EDITION = "duplicate", "other_year", "other_edition"
CONTAINED = "contained"
"""Why a child's report is not counted."""
Bounds = tuple[Decimal | None, Decimal | None]


@dataclass(frozen=True, slots=True)
class Child:
    """A subordinate's report, and why it is not counted where it is not."""

    report: AnnualReport
    left_out: str | None = None

    @property
    def counted(self) -> bool:
        """True where its figures are in the sum."""
        return self.left_out is None


@dataclass(frozen=True)
class Rollup:
    """Children's figures added up, beside the report of the organ above (``own``), which they never mix
    with.

    ``covers`` says that ``own`` includes its children's figures; then what is left of it when they are taken
    away is the organ's own share (本级). ``missing`` names the children of which no report counts;
    ``unexpected`` those given that nobody expected.
    """

    edition: str
    year: int | None
    own: AnnualReport | None
    covers: bool
    children: tuple[Child, ...]
    missing: tuple[str, ...]
    unexpected: tuple[str, ...]
    findings: tuple[Finding, ...]

    @cached_property
    def counted(self) -> tuple[AnnualReport, ...]:
        """The reports that are added up."""
        return tuple(child.report for child in self.children if child.counted)

    @cached_property
    def paths(self) -> tuple[Path, ...]:
        """Every cell of the official form, in the order of print."""
        return tuple(path for key in TABLES for path in form(self.edition).table(key).paths())

    @cached_property
    def figures(self) -> dict[Path, tuple[Decimal | None, ...]]:
        """For each cell what each counted child has there; None where that is no number one can add."""
        return {path: tuple(addend(child, path) for child in self.counted) for path in self.paths}

    @cached_property
    def total(self) -> dict[Path, Decimal]:
        """The sums, of cells in which at least one child has a number."""
        found = {path: [v for v in values if v is not None] for path, values in self.figures.items()}
        return {path: sum(values, Decimal(0)) for path, values in found.items() if values}

    def complete(self, path: Path) -> bool:
        """True where every child's number is in the sum and no child is missing."""
        return not self.missing and not self.uncertain and None not in self.figures[path]

    @property
    def uncertain(self) -> bool:
        """True where a report of this year exists that was not counted though it may add to the sum: one of
        another edition, or one that the report of a government among the children should cover.
        """
        return any(child.left_out in (OTHER_EDITION, CONTAINED) for child in self.children)

    def bounds(self, path: Path) -> Bounds:
        """Least and most that the true sum can be; None where nothing bounds it."""
        total = self.total.get(path)
        if total is not None and self.complete(path):
            return total, total
        above = figure(self.own, path) if self.own is not None and self.covers else None
        if _signed(self.edition, path):
            return None, None
        high = above if above is not None and above >= (total or 0) else None
        return total, high

    def share(self, path: Path) -> Bounds:
        """What of the report above is the organ's own (本级): the whole where it covers no children, else
        what the bounds leave of it.
        """
        above = figure(self.own, path) if self.own is not None else None
        if above is None:
            return None, None
        if not self.covers:
            return above, above
        low, high = self.bounds(path)
        return (None if high is None else above - high), (None if low is None else above - low)


def rollup(
    children: Sequence[AnnualReport],
    own: AnnualReport | None = None,
    expected: Iterable[str] = (),
    *,
    covers: bool = True,
) -> Rollup:
    """Add up the children's reports, each organ once, of one year and one edition.

    These are those of ``own``, else what most children have. ``expected`` names the organs that should
    report; ``covers`` is False where ``own`` counts the organ alone, without its children.
    """
    ordered = tuple(sorted(children, key=_order))
    above = own or _nobody(ordered)
    context = Context(children=ordered)
    found = tuple(Child(child, why) for child, why in _sorted_out(above, context))
    names = list(expected)
    missing = _missing(found, names)
    context = replace(context, missing_children=missing)
    unexpected = [c.report for c in found if names and c.counted and not _among(c.report, names)]
    return Rollup(
        edition=above.edition,
        year=above.year,
        own=own,
        covers=covers,
        children=found,
        missing=missing,
        unexpected=tuple(map(name_of, unexpected)),
        findings=_findings(above if covers else _shell(above), context),
    )


def addend(report: AnnualReport, path: Path) -> Decimal | None:
    """What a child adds to a sum; a negative count is a fault of the report and adds nothing certain."""
    number = figure(report, path)
    if number is not None and number < 0 and not _signed(report.edition, path):
        return None
    return number


def _signed(edition: str, path: Path) -> bool:
    column = column_of(edition, path)
    return column is not None and column.kind == "signed"


def _order(report: AnnualReport) -> tuple[str, int, int, str, str, tuple[int, int]]:
    """The latest of several reports of one organ comes first, whatever the order of the files."""
    day = report.dated_on or report.published_on
    late = -day.toordinal() if day else 0
    source = report.source
    return (report.organ or "", report.year or 0, late, source.file, source.sha256, report.part or (1, 1))


def _nobody(children: Sequence[AnnualReport]) -> AnnualReport:
    """Stands where no report of the organ above was given: year and edition of most children, no figures."""
    years = Counter(child.year for child in children if child.year is not None)
    year = max(years, key=lambda y: (years[y], y)) if years else None
    editions = Counter(c.edition for c in children if year is None or c.year in (None, year))
    edition = max(editions, key=lambda e: (editions[e], e)) if editions else "2021"
    return AnnualReport(Source("", "", ""), year=year, edition=edition)


def _shell(report: AnnualReport) -> AnnualReport:
    """The report without its figures, so that the rules of a report that covers its children stay silent."""
    return replace(report, tables={}, flags=())


def _sorted_out(own: AnnualReport, context: Context) -> list[tuple[AnnualReport, str | None]]:
    """Every child with the reason why it is not counted, None where it is; told apart by identity, for two
    reports may well be equal.
    """
    why: dict[int, str | None] = dict.fromkeys(map(id, context.children), OTHER_EDITION)
    why |= {id(child): OTHER_YEAR for child in of_other_years(own, context)}
    why |= {id(child): CONTAINED for child in contained(own, context)}
    why |= {id(child): DUPLICATE for child in duplicates(own, context)}
    why |= {id(child): None for child in countable(own, context)}
    return [(child, why[id(child)]) for child in context.children]


def _missing(children: Sequence[Child], expected: Sequence[str]) -> tuple[str, ...]:
    """Expected organs without a report that counts, and organs that gave one of another year only."""
    have = [name_of(child.report) for child in children if child.left_out in (None, CONTAINED)]
    elsewhen = [name_of(child.report) for child in children if child.left_out == OTHER_YEAR]
    return tuple(missing_of([*expected, *elsewhen], have))


def _among(report: AnnualReport, names: Sequence[str]) -> bool:
    return any(same_name(name_of(report), name) for name in names)


def _findings(own: AnnualReport, context: Context) -> tuple[Finding, ...]:
    return beside(own, context, "children")
