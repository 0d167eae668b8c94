"""What was compared or added up, in each of its formats: page, PDF, exchange form, tidy table."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from gongkai.report import compare, lineup, rollup_form
from gongkai.report.document import AnnualReport
from gongkai.report.papers import comparison as comparison_paper
from gongkai.report.papers import csv, html, pdf
from gongkai.report.papers import lineup as lineup_paper
from gongkai.report.papers import rollup as rollup_paper
from gongkai.report.papers.paper import Paper
from gongkai.report.rollup import Rollup

FORMATS = ("html", "pdf", "json", "csv")
"""The formats, by the extension of their files."""
Found = compare.Comparison | lineup.Lineup | Rollup


def paper(found: Found, prefix: str = "") -> Paper:
    """What was found as a paper to read; ``prefix`` begins the ids of its drawings."""
    match found:
        case compare.Comparison():
            return comparison_paper.paper(found, prefix)
        case lineup.Lineup():
            return lineup_paper.paper(found, prefix)
        case Rollup():
            return rollup_paper.paper(found, prefix)


def exchange(found: Found) -> dict[str, Any]:
    """What was found as the object that other programs read."""
    match found:
        case compare.Comparison():
            return compare.as_json(found)
        case lineup.Lineup():
            return lineup.as_json(found)
        case Rollup():
            return rollup_form.as_json(found)


def write(found: Found, to: str) -> bytes:
    """What was found as a file of that format.

    Raises :class:`KeyError` for a format that is not of :data:`FORMATS` and
    :class:`gongkai.values.errors.Refused` where a PDF cannot be set.
    """
    if to == "csv":
        return _table(found)
    if to == "json":
        return (json.dumps(exchange(found), ensure_ascii=False) + "\n").encode("utf-8", "replace")
    if to == "html":
        return html.write(paper(found))
    if to == "pdf":
        return pdf.write(paper(found), _day(found))
    raise KeyError(to)


def _table(found: Found) -> bytes:
    match found:
        case compare.Comparison():
            return csv.comparison(found)
        case lineup.Lineup():
            return csv.lineup(found)
        case Rollup():
            return csv.rollup(found)


def _day(found: Found) -> date:
    """The day the file bears: the last of the years that it tells of (no clock is asked)."""
    reports: tuple[AnnualReport | None, ...]
    match found:
        case compare.Comparison():
            reports = (found.a, found.b)
        case lineup.Lineup():
            reports = found.reports
        case Rollup():
            reports = (found.own, *found.counted)
    known = [report.year for report in reports if report is not None and report.year is not None]
    return date(max(known, default=int(reports[0].edition) if reports and reports[0] else 2021), 12, 31)
