"""A chapter's printed numeral is its number in the form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.prose import NUMERALS, numeral
from gongkai.report.checks.telling import chapter_name, found, inside
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R103", Severity.WARNING, "各部分标题的序号是否正确", FORM_2021, ("chapters",))
_NUMERAL = re.compile(rf"\s*第?([{NUMERALS}]+)\s*(?:部分)?\s*[、.．，,]")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Silent about titles without a numeral, or numbered in another manner."""
    for chapter in report.chapters:
        match = _NUMERAL.match(chapter.title) if chapter.found else None
        printed = numeral(match.group(1)) if match else None
        if match and printed not in (None, chapter.number):
            wanted = NUMERALS[chapter.number - 1]
            yield found(
                CHECK,
                Where(chapter=chapter.number),
                f"标题“{inside(chapter.title.strip())}”的序号印为“{match.group(1)}”，"
                f"“{chapter_name(report, chapter.number)}”应为第“{wanted}”部分。",
                "请改正这一标题的序号，并检查其余各部分是否顺次错位。",
                said=match.group(1),
                expected=wanted,
            )
