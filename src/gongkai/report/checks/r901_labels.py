"""Labels are printed as the form has them: not 规范性文件 for the official wording, no missing or wrong
characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from gongkai.report.checks.cells import at
from gongkai.report.checks.check import Check, Context
from gongkai.report.checks.clauses import form_clause
from gongkai.report.checks.telling import SHOWN, found, inside, table_name
from gongkai.report.document import AnnualReport, Table
from gongkai.tables.form import TABLES, Label
from gongkai.values.findings import Finding, Severity

CHECK = Check("R901", Severity.WARNING, "表格的行名、列名是否与格式一致", "年度报告格式", TABLES)
_NUMBERING = re.compile(r"^(?:\(?[一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+[.、．])")
_MARKS = re.compile(r"[\W_]+")
Slip = tuple[str, str, str]
"""A key with its label as printed and as the form has it."""


def check(report: AnnualReport, context: Context) -> Iterator[Finding]:
    """One finding for each label, or one for the whole table where many differ."""
    for key in TABLES:
        table = report.table(key)
        if table is None:
            continue
        slips = list(_slips(report, table))
        if len(slips) > SHOWN:
            yield _many(report, table, slips)
        else:
            for slip in slips:
                yield _one(report, table, slip)


def _slips(report: AnnualReport, table: Table) -> Iterator[Slip]:
    official = report.form.table(table.key)
    for part in (*official.columns, *official.rows, *official.groups):
        printed = table.labels.get(part.key)
        if printed and not _alike(printed, part.label) and not _fragment(printed, part):
            if report.flagged(table.key, part.key, ""):
                continue
            yield part.key, "".join(printed.split()), part.label


def _alike(printed: str, label: str) -> bool:
    """Equal but for width, white space, punctuation and a numbering that is left out."""
    said, wanted = (unicodedata.normalize("NFKC", "".join(text.split())) for text in (printed, label))
    forms = {_MARKS.sub("", text) for text in (wanted, _NUMBERING.sub("", wanted))}
    return _MARKS.sub("", said) in forms or _MARKS.sub("", _NUMBERING.sub("", said)) in forms


def _fragment(printed: str, part: Label) -> bool:
    """True for a piece of the label that is no wording met in print: the reader saw one line of several."""
    bare, whole = (_MARKS.sub("", _NUMBERING.sub("", text)) for text in (printed, part.label))
    return bare in whole and not any(_alike(printed, wording) for wording in part.variants)


def _one(report: AnnualReport, table: Table, slip: Slip) -> Finding:
    key, printed, label = slip
    columns = {c.key for c in report.form.table(table.key).columns}
    where = at(report, table.key, column=key) if key in columns else at(report, table.key, row=key)
    return found(
        CHECK,
        where,
        f"{table_name(report, table.key)}中印为“{inside(printed)}”，格式规定为“{inside(label)}”。",
        "请按格式改正这一行名或列名；名称不同会使统计口径不清。",
        said=printed,
        expected=label,
        clause=form_clause(report),
    )


def _many(report: AnnualReport, table: Table, slips: list[Slip]) -> Finding:
    told = "；".join(f"“{inside(printed)}”应为“{inside(label)}”" for _, printed, label in slips[:SHOWN])
    return found(
        CHECK,
        at(report, table.key),
        f"{table_name(report, table.key)}有 {len(slips)} 处行名、列名与格式不同：{told}；其余从略。",
        "请按格式逐处改正；如原件无误而是转载页面的文字有损，请改用原件核对。",
        said=f"{len(slips)} 处",
        expected="0 处",
        clause=form_clause(report),
    )
