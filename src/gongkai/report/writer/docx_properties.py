"""What a DOCX says of itself: title, organ, maker, and the day of publication as a property of its own.

The standard properties have no place for a day of publication, it stands among the custom ones, where Word,
WPS and LibreOffice show it and :mod:`gongkai.report.reader.properties` finds it again.

Source: ISO/IEC 29500-1, 22.3 (custom properties).
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part

from gongkai.press.marks import MADE_BY
from gongkai.report.document import AnnualReport
from gongkai.report.printed import PUBLISHED
from gongkai.report.writer.prose import Prose

_LONGEST = 255
"""Characters that the standard properties may have."""
_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property></Properties>"
)


def describe(document: Any, report: AnnualReport, text: Prose) -> None:
    """Set the properties of ``document`` (python-docx); the same report gives the same ones."""
    core = document.core_properties
    core.title = (report.title or "".join(text.title) or "年度报告")[:_LONGEST]
    core.author, core.keywords, core.language = (report.organ or "")[:_LONGEST], MADE_BY, "zh-CN"
    core.comments = core.last_modified_by = ""
    day = report.dated_on or report.published_on
    if day is not None:
        core.created = core.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)
    if report.published_on is not None:
        _publication(document, report.published_on)


def _publication(document: Any, day: date) -> None:
    package = document.part.package
    blob = _PROPERTIES.format(name=PUBLISHED, value=day.isoformat()).encode()
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _KIND, blob, package), _RELATION)
