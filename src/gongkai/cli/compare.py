"""``gongkai compare``: two reports side by side, figures and prose."""

from __future__ import annotations

import click

from gongkai.cli.usage import OPTIONS, ChineseCommand, Count


@click.command(
    "compare",
    cls=ChineseCommand,
    short_help="比较两份年度报告：数字的增减、正文的异同。",
    help="比较两份年度报告：同一机关的两个年度，或者同一年度的两个机关。先列有变化的数字（变化大的在前），"
    "再列正文的相似程度和相同、改写、移动的句子。\n\n"
    "规定用语、格式固有的文字和数字不计入相似程度。"
    "退出状态：0 没有错误，1 年度之间的勾稽有错误，2 有文件读不了。",
    options_metavar=OPTIONS,
)
@click.argument("first", metavar="甲")
@click.argument("second", metavar="乙")
@click.option("--json", "as_json", is_flag=True, help="输出一行 JSON。")
@click.option(
    "--among", multiple=True, metavar="文件", help="其他机关的报告或目录：多份报告都有的语句不计入相似程度。"
)
@click.option("--full/--brief", "full", default=False, help="是否逐句列出全部正文；不写时只列相同和移动的。")
@click.option("--jobs", type=Count(), metavar="个数", help="同时用几个进程；不写时用全部核心。")
def compare(
    first: str, second: str, *, as_json: bool, among: tuple[str, ...], full: bool, jobs: int | None
) -> int:
    """Compare the first report of each file; the status is that of ``check``."""
    from gongkai.cli.examine import line  # noqa: PLC0415  # here and below: so that --help stays quick
    from gongkai.cli.gather import gather  # noqa: PLC0415
    from gongkai.cli.reports import read_all, status_of  # noqa: PLC0415
    from gongkai.cli.session import UNREADABLE, style_for  # noqa: PLC0415
    from gongkai.cli.side_by_side import page  # noqa: PLC0415
    from gongkai.report.compare import as_json as as_object  # noqa: PLC0415
    from gongkai.report.compare import compare as lay_beside  # noqa: PLC0415
    from gongkai.report.standard import learned  # noqa: PLC0415

    pair = read_all([first, second], as_json, jobs)
    others = read_all(gather(among), as_json, jobs)
    if not all(pair.by_file):
        return UNREADABLE
    for name, reports in zip((first, second), pair.by_file, strict=True):
        if len(reports) > 1:
            click.echo(f"{name}：含 {len(reports)} 份报告，只比较第 1 份。", err=True)
    a, b = (reports[0] for reports in pair.by_file)
    found = lay_beside(a, b, learned([*others.reports, a, b]) if others.reports else None)
    if as_json:
        click.echo(line(as_object(found)), nl=False)
    else:
        click.echo(page(found, style_for(as_json, True, 2), full=full), nl=False)
    return status_of(found.findings, others.unreadable)
