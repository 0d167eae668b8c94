"""A reader can learn whom to ask: the report names an address, a telephone or another way of contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import PRACTICE
from gongkai.report.checks.prose import in_words, shortened
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity, Where

CHECK = Check("R111", Severity.NOTICE, "是否写明联系方式", PRACTICE, ("preamble", "chapters"))
_CONTACT = re.compile(
    r"联系电话|电话|联系地址|地址|邮政?编码?|电子邮箱|传真|请与.{0,30}联系|请联系|联系方式|联系人"
)


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """A notice, since the form leaves the opening words to each organ; silent about a part of a report."""
    text = in_words(report)
    whole = all(chapter.found for chapter in report.chapters) and not shortened(report)
    if text and whole and not _CONTACT.search(text):
        yield found(
            CHECK,
            Where(),
            "全文没有读到联系地址、电话等联系方式。",
            "通常在报告开头写明联系单位、地址、邮编和电话，便于公众询问；如已写在页面别处，可不作处理。",
        )
