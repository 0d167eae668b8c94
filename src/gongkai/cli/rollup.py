"""``gongkai rollup``: subordinates' reports added up, apart from the report of the organ above."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli.check import spread
from gongkai.cli.usage import OPTIONS, ChineseCommand, Count


class RollupCommand(ChineseCommand):
    """Takes several names after one ``--expected``: ``--expected 甲 乙 丙``. A ``--`` ends the row."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Write the option anew before each name, as click wants it."""
        return super().parse_args(ctx, spread(args, "--expected"))


@click.command(
    "rollup",
    cls=RollupCommand,
    short_help="汇总下级机关的年度报告。",
    help="汇总下级机关的年度报告：先列问题（缺报、重复、上下级矛盾），再列合计。缺报或者有空白时，"
    "合计给出下限和上限，不作为 0。\n\n"
    "退出状态：0 没有错误，1 上下级数字有矛盾，2 有文件读不了。",
    options_metavar=OPTIONS,
)
@click.argument("files", nargs=-1, required=True, metavar="文件…")
@click.option("--json", "as_json", is_flag=True, help="输出一行 JSON。")
@click.option("--own", metavar="文件", help="上级机关自己的报告，与下级的合计分开列，并互相核对。")
@click.option("--own-alone", is_flag=True, help="上级报告只含本级数字、不含下级时写上，不再核对包含关系。")
@click.option(
    "--expected",
    multiple=True,
    metavar="机关…",
    help="应当报送的机关名称；也可以写一个名单文件（每行一个）。",
)
@click.option("-o", "--output", metavar="输出", help="另存为网页、PDF、JSON 或者 CSV（看扩展名），附图。")
@click.option("--full/--brief", "full", default=False, help="印不印全为 0 的行；不写时不印。")
@click.option("--jobs", type=Count(), metavar="个数", help="同时用几个进程；不写时用全部核心。")
def rollup(
    files: tuple[str, ...],
    *,
    as_json: bool,
    own: str | None,
    own_alone: bool,
    expected: tuple[str, ...],
    output: str | None,
    full: bool,
    jobs: int | None,
) -> int:
    """Add up every report of the files; the status is that of ``check``."""
    from gongkai.cli.examine import line  # noqa: PLC0415  # here and below: so that --help stays quick
    from gongkai.cli.gather import gather  # noqa: PLC0415
    from gongkai.cli.keeping import keep, kind_of  # noqa: PLC0415
    from gongkai.cli.reports import read_all, status_of  # noqa: PLC0415
    from gongkai.cli.rollup_page import page  # noqa: PLC0415
    from gongkai.cli.session import UNREADABLE, style_for  # noqa: PLC0415
    from gongkai.report.rollup import rollup as add_up  # noqa: PLC0415
    from gongkai.report.rollup_form import as_json as as_object  # noqa: PLC0415

    if output is not None:
        kind_of(output)
    children = read_all(gather(files), as_json, jobs, checking=True)
    above = read_all([own] if own else [], as_json, jobs)
    if not children.reports:
        return UNREADABLE
    unreadable = (*children.unreadable, *above.unreadable)
    result = add_up(
        children.reports,
        above.reports[0] if above.reports else None,
        [*names_of(expected), *children.unreadable],
        covers=not own_alone,
    )
    if output is not None:
        keep(result, output)
    else:
        text = line(as_object(result)) if as_json else page(result, style_for(as_json, True, 2), full=full)
        click.echo(text, nl=False)
    return status_of(result.findings, unreadable)


def names_of(expected: tuple[str, ...]) -> list[str]:
    """The names as given; one that is a file is read as a list of names.

    Raises :class:`click.UsageError` for a file that is no text.
    """
    from gongkai.report.names import listed  # noqa: PLC0415

    out: list[str] = []
    for name in expected:
        if not Path(name).is_file():
            out.append(name)
            continue
        try:
            out += listed(Path(name).read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError) as error:
            raise click.UsageError(f"名单文件“{name}”读不了，请另存为 UTF-8 编码的纯文本。") from error
    return out
