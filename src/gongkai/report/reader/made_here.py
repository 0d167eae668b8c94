"""Files that our own writers made: a blank cell in them is blank, and no sign that cells have moved.

A row with one blank among full ones makes the reader doubt, since print and copying lose cells. In a file
that says it was made by us every cell of the form is declared, so that doubt is dropped; every other stays.
The file is opened a second time for this only where there is such a doubt.
"""

from __future__ import annotations

import re
from dataclasses import replace

from gongkai.files.archives import Archive
from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind
from gongkai.press.marks import MADE_BY
from gongkai.report.document import AnnualReport
from gongkai.report.reader.applications import MOVED
from gongkai.values.errors import FileError

_HEAD = 4096
_GENERATOR = re.compile(rf'<meta name="generator" content="{MADE_BY}"'.encode())
_KEYWORDS = re.compile(rf"<(?:\w+:)?keywords>{MADE_BY}</".encode())
_CORE = "docProps/core.xml"


def without_needless_doubt(report: AnnualReport, kind: str, data: bytes, limits: Limits) -> AnnualReport:
    """The report without flags that only say that cells may have moved, where ``data`` is a file of ours."""
    if not any(flag.why in MOVED for flag in report.flags) or not made_here(kind, data, limits):
        return report
    return replace(report, flags=tuple(flag for flag in report.flags if flag.why not in MOVED))


def made_here(kind: str, data: bytes, limits: Limits) -> bool:
    """True where the file says that our writers made it."""
    if kind == Kind.HTML:
        return bool(_GENERATOR.search(data[:_HEAD]))
    if kind in (Kind.DOCX, Kind.XLSX):
        return _package_says(data, limits)
    return kind == Kind.PDF and _pdf_says(data)


def _package_says(data: bytes, limits: Limits) -> bool:
    try:
        package = Archive(data, limits)
        return _CORE in package.names and bool(_KEYWORDS.search(package.read(_CORE)))
    except FileError:
        return False


def _pdf_says(data: bytes) -> bool:
    # loaded here because that costs more than most answers of this module
    import pypdfium2  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return False
    try:
        return bool(document.get_metadata_value("Keywords") == MADE_BY)
    finally:
        document.close()
