"""Where the opening words list the parts of the report, they list the six parts and say six."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.prose import NUMERALS, numeral, parts, squeezed
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check(
    "R116", Severity.WARNING, "导语列举的组成部分是否为规定的六个部分", FORM_2021, ("preamble", "chapters")
)
_LIST = re.compile(rf"(?:包括|包含|由|分为|涵盖)([^。]{{10,300}}?)(?:等)?([{NUMERALS}\d]+)个?(?:部分|方面)")
LIKENESS = 75
"""From this score (0 to 100) on, a title is taken to stand in the list, though in other words."""


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Judges only a list that holds at least half of the six titles, so that other lists are left alone."""
    for part in parts(report):
        if part.number > 1:
            return
        match = _LIST.search(squeezed(part.text))
        if match is None:
            continue
        titles = [chapter.label.partition("、")[2] for chapter in report.form.chapters]
        missing = [
            title
            for title, chapter in zip(titles, report.form.chapters, strict=True)
            if not _stands_in(match.group(1), chapter.wordings)
        ]
        if 2 * len(missing) <= len(titles):
            yield from _judge(match.group(2), titles, missing)
        return


def _stands_in(listing: str, wordings: tuple[str, ...]) -> bool:
    bare = [wording.partition("、")[2] if wording[1:2] == "、" else wording for wording in wordings]
    return any(w in listing for w in bare) or any(fuzz.partial_ratio(w, listing) >= LIKENESS for w in bare)


def _judge(printed: str, titles: list[str], missing: list[str]) -> Iterator[Finding]:
    count = int(printed) if printed.isdecimal() else numeral(printed)
    listed = len(titles) - len(missing)
    if missing:
        names = "、".join(f"“{title}”" for title in missing)
        yield found(
            CHECK,
            Where(),
            f"导语说报告有{printed}个部分，列出了规定的六个部分中的 {listed} 个，缺{names}。",
            f"请在导语中补上{names}，并确认正文有这一部分。",
            said=listed,
            expected=len(titles),
        )
    elif count is not None and count != len(titles):
        yield found(
            CHECK,
            Where(),
            f"导语说报告有{printed}个部分，而列出的是 {len(titles)} 个部分。",
            "请改正部分的个数。",
            said=count,
            expected=len(titles),
        )
