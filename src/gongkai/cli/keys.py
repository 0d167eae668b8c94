"""``gongkai keys``: changing the keys while the site serves."""

from __future__ import annotations

import time

import click

from gongkai.cli.office import open_office
from gongkai.cli.usage import OPTIONS, ChineseCommand, Commands, Count

WAIT = 60
"""Seconds after which no page can still be sealing with a key that is not in use any more."""

keys = Commands(
    name="keys",
    homes={"rotate": "gongkai.cli.keys:rotate"},
    short_help="更换密钥。",
    help="更换密钥。",
    options_metavar=OPTIONS,
    subcommand_metavar="命令 [参数]…",
)


@click.command(
    "rotate",
    cls=ChineseCommand,
    short_help="换上新密钥，不用停止网站。",
    help="换上新密钥，把加密的内容逐批改用新密钥，不用停止网站。然后加 --finish 再运行一次，删除旧密钥。",
    options_metavar=OPTIONS,
)
@click.option("--finish", is_flag=True, help="核对以后删除旧密钥。以前的备份还要用旧密钥，请先另存密钥文件。")
@click.option("--sm4", is_flag=True, help="新密钥使用国密算法SM4。")
@click.option(
    "--wait",
    default=WAIT,
    type=Count(low=0, high=3600),
    metavar="秒",
    help=f"换上新密钥后至少等多少秒才能删除旧密钥；不写时为 {WAIT}。",
)
def rotate(finish: bool, sm4: bool, wait: int) -> int:
    """Put a new key into use, or drop the old ones."""
    open_office()
    from django.conf import settings  # noqa: PLC0415  # after the set-up
    from django.utils import timezone  # noqa: PLC0415

    from gongkai.web.operating import rotating  # noqa: PLC0415

    file, now = settings.KEY_FILE, timezone.now()
    if not finish:
        count = rotating.rotate(file, now, "SM4-GCM" if sm4 else "AES-GCM")
        click.echo(
            f"已换上新密钥，{count}行内容改用新密钥。请备份密钥文件，然后运行 gongkai keys rotate --finish。"
        )
        return 0
    try:
        dropped = rotating.finish(file, now, time.time() - file.stat().st_mtime, wait)
    except rotating.NotFinished as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"已删除旧密钥：{'、'.join(dropped)}。以前的备份仍要用原来的密钥文件。")
    return 0
