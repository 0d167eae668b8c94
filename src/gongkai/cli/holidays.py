"""``gongkai holidays``: the notices of holidays that came after the software."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli.office import open_office
from gongkai.cli.usage import OPTIONS, ChineseCommand, Commands
from gongkai.values.dates import day_words

holidays = Commands(
    name="holidays",
    homes={"import": "gongkai.cli.holidays:import_"},
    short_help="载入新的节假日安排。",
    help="载入新的节假日安排。",
    options_metavar=OPTIONS,
    subcommand_metavar="命令 [参数]…",
)


@click.command(
    "import",
    cls=ChineseCommand,
    short_help="载入一份节假日安排通知。",
    help="载入一份节假日安排通知（写法见使用手册“安装与运行”），列出因此变动的期限。",
    options_metavar=OPTIONS,
)
@click.argument("file", metavar="文件")
def import_(file: str) -> int:
    """Import, and tell what moved."""
    open_office()
    from django.utils import timezone  # noqa: PLC0415  # after the set-up

    from gongkai.web.rights.actor import system  # noqa: PLC0415
    from gongkai.web.workdays.actions.import_notice import RIGHT, import_notice  # noqa: PLC0415

    try:
        text = Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise click.ClickException(f"“{file}”打不开，或者不是UTF-8文本。请核对文件名。") from None
    actor = system("system", rights=frozenset({RIGHT}))
    row, changes = import_notice(actor, text, timezone.now(), timezone.localdate())
    click.echo(f"已载入：{row.title}（{row.year}年）。")
    for one in changes:
        was, now = (
            f"{day_words(due.on)}（{'暂定' if due.provisional else '确定'}）"
            for due in (one.before, one.after)
        )
        click.echo(f"{one.after.organ}　{one.after.words}：{was}→{now}")
    click.echo(f"共有{len(changes)}个期限变动。")
    return 0
