"""No word of the prose is typed twice in a row, as happens when a text is pasted together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import PRACTICE
from gongkai.report.checks.prose import NUMERALS, at_span, parts
from gongkai.report.checks.telling import found, place_name
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R117", Severity.NOTICE, "正文有没有连续重复的词语", PRACTICE, ("preamble", "chapters"))
_TWICE = re.compile(rf"(?![{NUMERALS}逐])([\u4e00-\u9fff]{{2,8}})\1")
_FITTING = frozenset({"公开"})
"""Words that end one phrase and begin the next in good Chinese, as in 政务公开公开透明."""


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A notice for each place; 一件一件 and 逐项逐项 are good Chinese and left alone."""
    for part in parts(report):
        for match in _TWICE.finditer(part.text):
            word = match.group(1)
            if word in _FITTING:
                continue
            yield found(
                CHECK,
                at_span(part, match.span()),
                f"{place_name(report, part.number)}写“{match.group()}”，“{word}”重复了一遍。",
                f"请核对原文，如是误重，请删去一个“{word}”。",
                said=match.group(),
                expected=word,
            )
