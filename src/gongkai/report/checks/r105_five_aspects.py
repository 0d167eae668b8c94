"""Chapter one tells of all five aspects of the work: nothing left out (不能遗漏，也不宜泛化)."""

from __future__ import annotations

from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021
from gongkai.report.checks.prose import shortened, squeezed
from gongkai.report.checks.telling import chapter_name, found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R105", Severity.WARNING, "总体情况是否写到五个方面", f"{FORM_2021}第一部分", ("chapters",))


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """Silent for the trial form, which did not ask for them, for an empty chapter and for an excerpt."""
    text = squeezed(report.chapter(1).text)
    if report.edition != "2021" or not text or shortened(report):
        return
    missing = [a.label for a in report.form.aspects if not any(w in text for w in a.wordings)]
    if missing:
        names = "、".join(f"“{label}”" for label in missing)
        yield found(
            CHECK,
            Where(chapter=1),
            f"“{chapter_name(report, 1)}”部分应写五个方面，没有读到{names}。",
            f"请补写{names}的情况；没有开展的，也应写明。",
            said=len(report.form.aspects) - len(missing),
            expected=len(report.form.aspects),
        )
