"""A paper as PDF: A4, tagged, charts as drawings with their words and their table (PDF/A-2a and PDF/UA-1).

Set by typst; texts and drawings come as data, never as markup. The same paper gives the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from functools import cache
from importlib.resources import files

import typst

from gongkai.report.papers.paper import Paper
from gongkai.report.printed import MADE_BY
from gongkai.report.writer.fonts import faces
from gongkai.report.writer.pdf import STANDARDS, no_glyph
