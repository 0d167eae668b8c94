"""A report as a page for a person: what it is, its tables as the form prints them, what is wrong and what
to do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gongkai.cli.examine import Decided, Style, dismissed
from gongkai.cli.folding import columns, fold, indented
from gongkai.cli.terminal import console_for
from gongkai.cli.words import place_words, plain, table_title
from gongkai.report.document import AnnualReport, Flag
from gongkai.tables.form import TABLES
from gongkai.values.dates import day_words
from gongkai.values.findings import Finding, Severity, Where

if TYPE_CHECKING:
    from rich.console import Console

    from gongkai.report.checks.dispositions import Disposition

VERDICTS = {"agrees": "相符", "differs": "不符", "not_disclosure": "与信息公开无关", "unchecked": "无从核对"}
KINDS = {
    "government": "政府",
    "department": "部门",
    "justice": "司法行政机关",
    "vertical": "垂直管理机关",
    "township": "乡镇（街道）",
    "delegated": "法律法规授权的组织",
    "other": "其他机关",
}
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


def page(report: AnnualReport, style: Style, decided: Decided, *, checked: bool) -> str:
    """The page as text, ready for the terminal; ``decided`` holds a person's decisions by a finding's key,
    ``checked`` says whether findings were asked for.
    """
    console, out = console_for(style)
    for text, looks in head(report):
        console.print(text, style=looks)
    if not style.brief:
        _tables(console, report, decided)
    if checked:
        _findings(console, report, decided)
    for text in statements(report):
        console.print(text)
    console.print()
    return out.getvalue()


def head(report: AnnualReport) -> Iterator[tuple[str, str]]:
    """Title and the facts of the report, each with its style."""
    part = f"（第 {report.part[0]} 份，共 {report.part[1]} 份）" if report.part else ""
    yield f"{plain(report.source.file)}{part}", "dim"
    yield plain(report.title or "没有找到标题"), "bold"
    kind = f"（{KINDS[report.organ_kind]}）" if report.organ_kind in KINDS else ""
    facts = [
        f"机关：{plain(report.organ)}{kind}" if report.organ else "机关：没有找到",
        f"年度：{report.year}" if report.year is not None else "年度：没有找到",
        f"格式：{report.edition} 年版",
    ]
    if report.dated_on:
        facts.append(f"落款日期：{day_words(report.dated_on)}")
    if report.published_on:
        facts.append(f"发布日期：{day_words(report.published_on)}")
    yield "　".join(facts), ""
    lost = [
        label.label
        for number, label in enumerate(report.form.chapters, 1)
        if not report.chapter(number).found
    ]
    if lost:
        yield f"没有找到的章节：{'；'.join(lost)}。", ""


def _tables(console: Console, report: AnnualReport, decided: Decided) -> None:
    from gongkai.cli.grids import grid  # noqa: PLC0415  # loads rich

    noted = [
        (number, finding)
        for number, finding in enumerate(report.findings, 1)
        if not dismissed(decided.get(finding.key))
    ]
    for key in TABLES:
        console.print()
        console.print(table_title(report.form, key), style="bold")
        table = report.table(key)
        if table is None:
            console.print("没有找到这张表。")
        else:
            console.print(grid(report, table, noted))
    for text in flags(report):
        console.print(fold(text, console.width))


def flags(report: AnnualReport) -> Iterator[str]:
    """Why something stands as ``？``."""
    for flag in report.flags:
        place = place_words(report.form, _where(flag))
        yield f"？ {place}：{plain(flag.why)}" if place else f"？ {plain(flag.why)}"


def _where(flag: Flag) -> Where:
    parts = (*flag.where, None, None, None)
    return Where(table=parts[0], row=parts[1], column=parts[2])


def _findings(console: Console, report: AnnualReport, decided: Decided) -> None:
    console.print()
    if not report.findings:
        console.print("没有发现问题。", style="green")
    for number, finding in enumerate(report.findings, 1):
        decision = decided.get(finding.key)
        colour = "dim" if dismissed(decision) else COLOURS[finding.severity]
        place = place_words(report.form, finding.where)
        first = f"[{number}] {finding.severity.label} {finding.code}"
        console.print(first, style=colour, end="")
        beside = fold(f"　{place}", console.width - columns(first) - 2)
        console.print(beside.replace("\n", "\n" + " " * (columns(first) + 2)) if place else "")
        for text in told(finding, decision):
            console.print(indented(text, console.width))


def told(finding: Finding, decision: Disposition | None) -> Iterator[str]:
    """What a finding says, what to do, the clause, and what a person decided."""
    yield plain(finding.message)
    if finding.hint:
        yield f"怎么改：{plain(finding.hint)}"
    if finding.clause:
        yield f"依据：{plain(finding.clause)}"
    if decision is not None:
        yield plain(
            f"处置：{decision.state.label}。{decision.reason}（{decision.by}，{day_words(decision.on)}）"
        )


def statements(report: AnnualReport) -> Iterator[str]:
    """How the figures of the prose stand, in one line."""
    if not report.statements:
        return
    verdicts = [statement.verdict for statement in report.statements]
    counts = [f"{words} {verdicts.count(key)} 处" for key, words in VERDICTS.items() if key in verdicts]
    yield ""
    yield f"正文中的数字共 {len(verdicts)} 处：{'，'.join(counts)}。"
