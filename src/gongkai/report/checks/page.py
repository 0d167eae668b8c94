"""The page docs/checks.md, printed from the checks themselves and from their fixtures.

The example under each check is the gravest thing it says of its ``bad-*.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from gongkai.report.checks.check import CheckModule
from gongkai.report.checks.short_form import read_case
from gongkai.values.findings import Finding, Severity

FIXTURES = Path(__file__).parents[4] / "tests" / "report" / "checks"
"""Where the fixtures stand in a checkout; an installed package has none."""

_PARTS = {
    "1": "结构、标题与日期",
    "2": "主动公开情况表",
    "3": "申请情况表",
    "4": "复议、诉讼情况表",
    "5": "正文与表格、正文各处之间",
    "6": "信息处理费",
    "7": "与上年报告比对",
    "8": "本级与下级比对",
    "9": "表格用语与读取疑点",
}
_HEAD = """# 核对规则

本页由程序按各条规则及其样例打印，请勿手改；重新打印用 `make docs`。

- **错误**：报告自身的数字肯定对不上，或者不合规定格式，应当更正。
- **警告**：很可能有问题，需要人来核对；也包括没有读到、可能在附件里的内容。
- **提示**：值得看一眼，或者是读取的疑点。读取的疑点（R990）不是机关填报的差错。

三条总的约定：空白不当作 0，表中没有的格子不补；读不准的格子任何规则都不据以指错；
表格一律用所在部分的标题称呼。同一条规则管住全部行、列。
"""


def page_of(modules: Sequence[CheckModule], fixtures: Path | None = None) -> str:
    """The page as Markdown; ``fixtures`` is the folder with one folder a rule, by default the checkout's
    own.
    """
    folder = FIXTURES if fixtures is None else fixtures
    lines = [_HEAD, f"共 {len(modules)} 条规则：{_count(modules)}。\n", *_index(modules)]
    part = ""
    for module in modules:
        if module.CHECK.code[1] != part:
            part = module.CHECK.code[1]
            lines.append(f"\n## {_PARTS[part]}\n")
        lines += _entry(module, folder / module.CHECK.code.lower())
    return "\n".join(lines).rstrip() + "\n"


def _count(modules: Iterable[CheckModule]) -> str:
    grades = [module.CHECK.severity for module in modules]
    return "，".join(f"{grade.label} {grades.count(grade)} 条" for grade in Severity)


def _index(modules: Iterable[CheckModule]) -> list[str]:
    rows = [
        f"| [{check.code}](#{check.code.lower()}) | {check.severity.label} | {check.title} |"
        for check in (module.CHECK for module in modules)
    ]
    return ["| 编号 | 级别 | 核对什么 |", "|---|---|---|", *rows]


def _entry(module: CheckModule, folder: Path) -> list[str]:
    check = module.CHECK
    title = f"**{check.title}**（{check.severity.label}）\n"
    lines = [f"### {check.code}\n", title, f"- 依据：{check.clause}"]
    example = _example(module, folder)
    if example is not None:
        lines += [f"- 例：{example.message}", f"- 怎么办：{example.hint}"]
    return [*lines, ""]


def _example(module: CheckModule, folder: Path) -> Finding | None:
    """The first of the gravest findings in the check's fixtures."""
    cases = [read_case(path) for path in sorted(folder.glob("bad-*.toml"))]
    found = [f for case in cases for f in module.check(case.report, case.context)]
    return min(found, key=lambda f: f.severity.rank, default=None)
