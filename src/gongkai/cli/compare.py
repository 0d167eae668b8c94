"""``gongkai compare``: two reports side by side, figures and prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gongkai.cli.usage import OPTIONS, ChineseCommand, Count

if TYPE_CHECKING:
    from gongkai.report.document import AnnualReport
    from gongkai.values.findings import Finding


@click.command(
    "compare",
    cls=ChineseCommand,
    short_help="比较年度报告：数字的增减、正文的异同。",
    help="比较两份年度报告：同一机关的两个年度，或者同一年度的两个机关。先列有变化的数字（变化大的在前），"
    "再列正文的相似程度和相同、改写、移动的句子。写三份以上的，逐格并列，再列最相似的正文。\n\n"
    "规定用语、格式固有的文字和数字不计入相似程度。"
    "退出状态：0 没有错误，1 年度之间的勾稽有错误，2 有文件读不了。",
    options_metavar=OPTIONS,
)
@click.argument("files", nargs=-1, required=True, metavar="甲 乙…")
@click.option("--json", "as_json", is_flag=True, help="输出一行 JSON。")
@click.option(
    "--among", multiple=True, metavar="文件", help="其他机关的报告或目录：多份报告都有的语句不计入相似程度。"
)
@click.option("-o", "--output", metavar="输出", help="另存为网页、PDF、JSON 或者 CSV（看扩展名），附图。")
@click.option("--full/--brief", "full", default=False, help="是否逐句列出全部正文；不写时只列相同和移动的。")
@click.option("--jobs", type=Count(), metavar="个数", help="同时用几个进程；不写时用全部核心。")
@click.pass_context
def compare(
    ctx: click.Context,
    /,
    files: tuple[str, ...],
    *,
    as_json: bool,
    among: tuple[str, ...],
    output: str | None,
    full: bool,
    jobs: int | None,
) -> int:
    """Compare two reports, or lay more in a row; the status is that of ``check``."""
    from gongkai.cli.gather import gather  # noqa: PLC0415
    from gongkai.cli.keeping import kind_of  # noqa: PLC0415  # here and below: so that --help stays quick
    from gongkai.cli.reports import read_all, status_of  # noqa: PLC0415

    names = gather(files)
    if len(names) < 2:
        raise click.UsageError("至少要写两份报告才能比较。", ctx)
    if output is not None:
        kind_of(output)
    readings = read_all(names, as_json, jobs, checking=output is not None)
    if len(names) > 2:
        found = _in_a_row(readings.reports, as_json, output)
        return status_of(found, readings.unreadable)
    others = read_all(gather(among), as_json, jobs)
    if not all(readings.by_file):
        return status_of((), readings.unreadable)
    for name, reports in zip(names, readings.by_file, strict=True):
        if len(reports) > 1:
            click.echo(f"{name}：含 {len(reports)} 份报告，只比较第 1 份。", err=True)
    a, b = (reports[0] for reports in readings.by_file)
    return status_of(_two(a, b, others.reports, as_json, output, full=full), others.unreadable)


def _two(
    a: AnnualReport,
    b: AnnualReport,
    others: tuple[AnnualReport, ...],
    as_json: bool,
    output: str | None,
    *,
    full: bool,
) -> tuple[Finding, ...]:
    """Print or keep two reports side by side; what is wrong comes back."""
    from gongkai.cli.examine import line  # noqa: PLC0415
    from gongkai.cli.keeping import keep  # noqa: PLC0415
    from gongkai.cli.session import style_for  # noqa: PLC0415
    from gongkai.cli.side_by_side import page  # noqa: PLC0415
    from gongkai.report.compare import as_json as as_object  # noqa: PLC0415
    from gongkai.report.compare import compare as lay_beside  # noqa: PLC0415
    from gongkai.report.standard import learned  # noqa: PLC0415

    found = lay_beside(a, b, learned([*others, a, b]) if others else None)
    if output is not None:
        keep(found, output)
        return found.findings
    text = line(as_object(found)) if as_json else page(found, style_for(as_json, True, 2), full=full)
    click.echo(text, nl=False)
    return found.findings


def _in_a_row(reports: tuple[AnnualReport, ...], as_json: bool, output: str | None) -> tuple[Finding, ...]:
    """Print or keep many reports in a row; what is wrong comes back."""
    from gongkai.cli.examine import line  # noqa: PLC0415
    from gongkai.cli.keeping import keep  # noqa: PLC0415
    from gongkai.cli.lineup_page import page  # noqa: PLC0415
    from gongkai.cli.session import style_for  # noqa: PLC0415
    from gongkai.report.lineup import as_json as as_object  # noqa: PLC0415
    from gongkai.report.lineup import line_up  # noqa: PLC0415

    found = line_up(reports)
    if output is not None:
        keep(found, output)
        return tuple(finding for _, finding in found.findings)
    text = line(as_object(found)) if as_json else page(found, style_for(as_json, True, 2))
    click.echo(text, nl=False)
    return tuple(finding for _, finding in found.findings)
