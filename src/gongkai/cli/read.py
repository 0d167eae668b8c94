"""``gongkai read``: reports become data."""

from __future__ import annotations

import click

from gongkai.cli.usage import OPTIONS, ChineseCommand, Count


@click.command(
    "read",
    cls=ChineseCommand,
    short_help="读取年度报告，给出数据。",
    help="读取年度报告，给出标题、机关、年度、六章正文和三张官方表格。\n\n"
    "文件可以是网页、Word、WPS、PDF、Excel、Markdown、文本或本系统的 JSON；目录会逐层查找；“-”表示标准输入。",
    options_metavar=OPTIONS,
)
@click.argument("files", nargs=-1, required=True, metavar="文件…")
@click.option("--json", "as_json", is_flag=True, help="每份报告输出一行 JSON。")
@click.option("--full/--brief", "full", default=None, help="印或不印表格；不写时多于 5 个文件就不印。")
@click.option("--jobs", type=Count(), metavar="个数", help="同时用几个进程；不写时用全部核心。")
def read(files: tuple[str, ...], as_json: bool, full: bool | None, jobs: int | None) -> int:
    """Read every file; the status is 0, or 2 where one could not be read."""
    from gongkai.cli.examine import Examination  # noqa: PLC0415  # so that --help stays quick
    from gongkai.cli.gather import STDIN, gather, standard_input  # noqa: PLC0415
    from gongkai.cli.session import examine, style_for  # noqa: PLC0415
    from gongkai.files.limits import Limits  # noqa: PLC0415

    names = gather(files)
    limits = Limits()
    plan = Examination(
        checking=False,
        style=style_for(as_json, full, len(names)),
        limits=limits,
        stdin=standard_input(limits) if STDIN in names else b"",
    )
    return examine(names, plan, jobs)
