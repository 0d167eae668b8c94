"""The formats that the page offers, with their names for people."""

from __future__ import annotations

from gongkai.report.papers.formats import FORMATS as OF_PAPERS
from gongkai.report.writer.formats import FORMATS as OF_REPORTS

_NAMES = {"html": "网页", "pdf": "PDF", "docx": "Word", "xlsx": "Excel", "json": "JSON", "csv": "CSV"}
FORMATS = tuple((to, _NAMES[to]) for to in _NAMES if to in OF_REPORTS)
"""Of a report: extension and name."""
PAPERS = tuple((to, _NAMES[to]) for to in _NAMES if to in OF_PAPERS)
"""Of a comparison, a line-up, a roll-up: extension and name."""
