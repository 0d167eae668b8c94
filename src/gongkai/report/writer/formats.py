"""Every format by its name: ``write(report, "docx")``. A writer is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

from gongkai.report.document import AnnualReport

FORMATS = ("html", "docx", "pdf", "xlsx", "json", "csv")
"""Names of the formats, which are also the extensions of their files."""


def write(report: AnnualReport, to: str) -> bytes:
    """The report as the bytes of a file of format ``to``, one of :data:`FORMATS`.

    Raises :class:`ValueError` for another name, :class:`gongkai.values.errors.Refused` (``outside_form``)
    where the report has a cell for which its form has no place.
    """
    if to not in FORMATS:
        raise ValueError(f"no writer for {to!r}; known: {', '.join(FORMATS)}")
    made: bytes = import_module(f"gongkai.report.writer.{to}").write(report)
    return made
