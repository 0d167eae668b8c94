"""A report does not rest on a norm that has been replaced; which ones have is data (``norms.toml``)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import FORM_2021, REGULATION
from gongkai.report.checks.prose import at_span, parts
from gongkai.report.checks.telling import found
from gongkai.report.document import AnnualReport
from gongkai.values.findings import Finding, Severity

CHECK = Check(
    "R113", Severity.WARNING, "引用的依据是否已被代替", f"{REGULATION}；{FORM_2021}", ("preamble", "chapters")
)


@dataclass(frozen=True, slots=True)
class SupersededNorm:
    """A norm as cited, the first year of report that must not cite it, what replaced it, and why."""

    cited: str
    from_year: int
    successor: str
    why: str
    source: str

    @property
    def pattern(self) -> re.Pattern[str]:
        """The citation with any kind of bracket and with white space between its characters."""
        return _pattern(self.cited)


@lru_cache(maxsize=32)
def _pattern(cited: str) -> re.Pattern[str]:
    brackets = {"〔": "[〔\\[（(【]", "〕": "[〕\\]）)】]"}
    return re.compile(r"\s*".join(brackets.get(c, re.escape(c)) for c in cited))


@lru_cache(maxsize=1)
def superseded_norms() -> tuple[SupersededNorm, ...]:
    """Every norm of ``norms.toml``, in its order."""
    text = files("gongkai.report.checks").joinpath("norms.toml").read_text(encoding="utf-8")
    return tuple(SupersededNorm(**entry) for entry in tomllib.loads(text)["norm"])


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each superseded norm, at the first place that cites it."""
    if report.year is None:
        return
    for norm in superseded_norms():
        if report.year < norm.from_year:
            continue
        for part in parts(report):
            match = norm.pattern.search(part.text)
            if match:
                yield found(
                    CHECK,
                    at_span(part, match.span()),
                    f"{report.year} 年度报告引用了“{norm.cited}”，{norm.why}，现行依据为“{norm.successor}”。",
                    f"请改引“{norm.successor}”，并核对全文是否还沿用旧格式、旧条文。",
                    said=norm.cited,
                    expected=norm.successor,
                    clause=norm.source,
                )
                break
