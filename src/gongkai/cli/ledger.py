"""``gongkai ledger``: the projections of the ledgers."""

from __future__ import annotations

import click

from gongkai.cli.office import open_office
from gongkai.cli.usage import OPTIONS, ChineseCommand, Commands

DIFFERED = 1

ledger = Commands(
    name="ledger",
    homes={"rebuild": "gongkai.cli.ledger:rebuild"},
    short_help="按台账重新生成汇总数据。",
    help="按台账重新生成汇总数据。",
    options_metavar=OPTIONS,
    subcommand_metavar="命令 [参数]…",
)


@click.command(
    "rebuild",
    cls=ChineseCommand,
    short_help="按台账重新生成全部汇总数据，列出不同之处。",
    help="按台账的每一条记录重新生成全部汇总数据。退出状态：0 与原来相同，1 有不同（已按台账改正）。",
    options_metavar=OPTIONS,
)
def rebuild() -> int:
    """Rebuild, and tell what differed."""
    open_office()
    from gongkai.web.entries.row import projections  # noqa: PLC0415  # after the set-up
    from gongkai.web.operating.rebuilding import rebuild as work  # noqa: PLC0415

    count = 0
    for name, subject, difference in work():
        click.echo(f"{name}　{subject}：{difference}")
        count += 1
    found = f"共{len(projections())}种汇总数据，"
    click.echo(found + (f"{count}处与台账不同，已按台账重新生成。" if count else "与台账全部相同。"))
    return DIFFERED if count else 0
