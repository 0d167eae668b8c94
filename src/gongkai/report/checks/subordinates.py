"""The reports of subordinates that may be added up: each once, of the same year, not the organ itself."""

from __future__ import annotations

from gongkai.report.checks.check import Context
from gongkai.report.checks.prose import squeezed
from gongkai.report.document import AnnualReport

GOVERNMENT = "人民政府"


def identity(report: AnnualReport) -> tuple[str, int | None]:
    """What makes two files the same report: organ and year, or the bytes where the organ is unknown."""
    return (squeezed(report.organ or "") or report.source.sha256 or report.source.file, report.year)


def name_of(report: AnnualReport) -> str:
    """The organ, or the file where the organ was not read."""
    return report.organ or report.source.file


def duplicates(report: AnnualReport, context: Context) -> list[AnnualReport]:
    """Children that were given before, and the organ itself among its children."""
    seen = {identity(report)}
    bytes_seen = {_bytes(report)}
    again = []
    for child in context.children:
        if identity(child) in seen or (child.source.sha256 and _bytes(child) in bytes_seen):
            again.append(child)
        seen.add(identity(child))
        bytes_seen.add(_bytes(child))
    return again


def _bytes(report: AnnualReport) -> tuple[str, tuple[int, int] | None]:
    """The file and the part of it: a file that holds several organs' reports is no duplicate of itself."""
    return (report.source.sha256, report.part)


def of_other_years(report: AnnualReport, context: Context) -> list[AnnualReport]:
    """Children whose year is known and is not the parent's."""
    return [c for c in context.children if None not in (c.year, report.year) and c.year != report.year]


def contained(report: AnnualReport, context: Context) -> list[AnnualReport]:
    """Children inside another child: the report of a government covers its departments and the governments
    below it, so that they would count twice. Theirs are the names that begin with its place.

    Source: article 50 of the Regulation as summed in practice; no norm says it word for word.
    """
    strangers = of_other_years(report, context)
    heads = [
        child
        for child in context.children
        if child.edition == report.edition
        and not any(child is o for o in strangers)
        and identity(child) != identity(report)
    ]
    return [child for child in context.children if any(contained_in(child, head) for head in heads)]


def contained_in(child: AnnualReport, head: AnnualReport) -> bool:
    """True where ``head`` is a government and the name of ``child`` begins with its place."""
    place, name = (squeezed(report.organ or "").removesuffix(GOVERNMENT) for report in (head, child))
    governs = head.organ_kind == "government" or squeezed(head.organ or "").endswith(GOVERNMENT)
    return governs and bool(place) and name != place and name.startswith(place)


def countable(report: AnnualReport, context: Context) -> list[AnnualReport]:
    """Children that may be added up: of this year and this edition, each organ once, none inside another."""
    left_out = [*duplicates(report, context), *of_other_years(report, context), *contained(report, context)]
    return [
        child
        for child in context.children
        if not any(child is other for other in left_out) and child.edition == report.edition
    ]
