"""Every format by its name: ``write(report, "docx")``. A writer is loaded when it is asked for.

All of them carry the report: its tables with the four values of a cell, its texts, whose it is and of when.
What the *reading* left beside it, the readings of a flag and ``other_tables`` (further tables of one kind in
the file that was read, of which one was taken), goes along in JSON alone: the official form has one table
of a kind, and a second one printed or listed beside it would be published or summed as if it were its own.
"""

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
