"""``gongkai check``: reports become findings."""

from __future__ import annotations

from typing import Any

import click

from gongkai.cli.usage import OPTIONS, ChineseCommand, Count


class CheckCommand(ChineseCommand):
    """Takes several files after one ``--children``: ``check A --children B C D``. A ``--`` ends the row."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Write the option anew before each file, as click wants it."""
        return super().parse_args(ctx, spread(args, "--children"))


def spread(args: list[str], option: str) -> list[str]:
    """``[option, a, b]`` becomes ``[option, a, option, b]``, up to the next option or ``--``.

    Raises :class:`click.UsageError` where no file follows the option.
    """
    out: list[str] = []
    rest = list(args)
    while rest:
        arg = rest.pop(0)
        if arg == "--":
            return [*out, arg, *rest]
        if arg != option:
            out.append(arg)
            continue
        if not rest or _is_option(rest[0]):
            raise click.UsageError(f"{option} 后面要写至少一个文件。")
        while rest and not _is_option(rest[0]):
            out += [option, rest.pop(0)]
    return out


def _is_option(arg: str) -> bool:
    return arg.startswith("-") and arg != "-"


@click.command(
    "check",
    cls=CheckCommand,
    short_help="检查年度报告，列出问题。",
    help="检查年度报告，逐条列出问题：在哪里，写的是什么，应当是什么，依据和改法。\n\n"
    "退出状态：0 没有错误，1 有错误，2 有文件读不了。",
    options_metavar=OPTIONS,
)
@click.argument("files", nargs=-1, required=True, metavar="文件…")
@click.option("--json", "as_json", is_flag=True, help="每份报告输出一行 JSON。")
@click.option("--previous", metavar="文件", help="本机关上一年度的报告，用来核对年度间的数字。")
@click.option("--children", multiple=True, metavar="文件…", help="下级机关的报告，用来核对汇总数。")
@click.option("--dispositions", metavar="文件", help="以前对问题的处置意见（TOML）。")
@click.option("--full/--brief", "full", default=None, help="印或不印表格；不写时多于 5 个文件就不印。")
@click.option("--jobs", type=Count(), metavar="个数", help="同时用几个进程；不写时用全部核心。")
@click.pass_context
def check(ctx: click.Context, /, files: tuple[str, ...], **options: Any) -> int:
    """Check every file; the status is 0, 1 where an error was found, 2 where a file could not be read."""
    from gongkai.cli.checking import Request, examine_request  # noqa: PLC0415  # so that --help stays quick

    request = Request(files, **options)
    if request.compares and len(request.names) != 1:
        raise click.UsageError("使用 --previous 或 --children 时，一次只能检查一份报告。", ctx)
    return examine_request(request)
