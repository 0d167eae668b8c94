"""A chapter's printed numeral is its number in the form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.prose import NUMERALS, numeral
from gongkai.report.checks.telling import chapter_name, found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R103", Severity.WARNING, "各部分标题的序号是否正确", FORM_2021, ("chapters",))
_NUMERAL = re.compile(rf"\s*第?([{NUMERALS}]+)\s*(?:部分)?\s*[、.．，,]")


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding in all, since one slip shifts the rest; silent about titles without a numeral."""
    slips = []
    for chapter in report.chapters:
        match = _NUMERAL.match(chapter.title) if chapter.found else None
        if match and numeral(match.group(1)) not in (None, chapter.number):
            slips.append((chapter.number, match.group(1), NUMERALS[chapter.number - 1]))
    if not slips:
        return
    told = "；".join(
        f"“{chapter_name(report, number)}”的标题印为第“{said}”，应为第“{wanted}”"
        for number, said, wanted in slips
    )
    yield found(
        CHECK,
        Where(chapter=slips[0][0]),
        f"部分的序号有误：{told}。",
        "请改正标题的序号，并检查其余各部分是否顺次错位。",
        said="、".join(said for _, said, _ in slips),
        expected="、".join(wanted for _, _, wanted in slips),
    )
