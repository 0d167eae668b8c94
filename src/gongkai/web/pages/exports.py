"""An exported list as an answer, under an official file name.

Source: RFC 6266 (names of downloads); security check C30 (the tables are safe against formulas).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpResponse

from gongkai.files.names import content_disposition
from gongkai.report.writer.rows import csv_rows, xlsx_rows

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def download(data: bytes, name: str, media_type: str) -> HttpResponse:
    """The bytes as a download of that name."""
    response = HttpResponse(data, content_type=media_type)
    response.headers["Content-Disposition"] = content_disposition(name)
    return response


def csv_answer(title: str, headings: Sequence[str], lines: Iterable[Sequence[Any]]) -> HttpResponse:
    """The table as CSV."""
    return download(csv_rows(headings, lines), f"{title}.csv", "text/csv; charset=utf-8")


def xlsx_answer(title: str, headings: Sequence[str], lines: Iterable[Sequence[Any]]) -> HttpResponse:
    """The table as a workbook."""
    return download(xlsx_rows(title, headings, lines), f"{title}.xlsx", XLSX)
