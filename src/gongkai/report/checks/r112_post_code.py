"""A post code is six digits; an area code before it, or a digit too many, comes from a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import PRACTICE
from gongkai.report.checks.prose import at_span, parts
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check("R112", Severity.WARNING, "邮政编码是否为六位数字", PRACTICE, ("preamble", "chapters"))
_CODE = re.compile(
    r"邮\s*(?:政\s*编\s*码|政\s*编|编\s*码|编)\s*(?:为|是)?\s*[:：]?\s*([0-9０-９][0-9０-９\-—－]*)"
)
_DIGITS = 6


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each malformed code."""
    for part in parts(report):
        for match in _CODE.finditer(part.text):
            said = match.group(1)
            if said.isdigit() and len(said) == _DIGITS:
                continue
            digits = sum(c.isdigit() for c in said)
            yield found(
                CHECK,
                at_span(part, match.span(1)),
                f"邮政编码写为“{said}”，有 {digits} 位数字，应为 {_DIGITS} 位。",
                "请核对邮政编码：常见的差错是误加了电话区号或者多写、漏写一位。",
                said=said,
                expected=f"{_DIGITS} 位数字",
            )
