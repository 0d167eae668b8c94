"""``gongkai backup`` and ``gongkai restore``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from gongkai.cli.office import cannot_write, open_office
from gongkai.cli.usage import OPTIONS, ChineseCommand
from gongkai.values.dates import day_words


@click.command(
    "backup",
    cls=ChineseCommand,
    short_help="备份数据库和附件。",
    help="把数据库和附件备份成一个文件，不用停止网站。密钥不在备份里，须另外保存。",
    options_metavar=OPTIONS,
)
@click.option("--to", "target", required=True, metavar="文件", help="备份文件；不能是已有的文件。")
@click.option("--with-keys", is_flag=True, help="把密钥也放进备份。拿到这个文件的人能看到全部个人信息。")
def backup(target: str, with_keys: bool) -> int:
    """Write the archive, and say what is in it."""
    open_office()
    from django.utils import timezone  # noqa: PLC0415  # after the set-up

    from gongkai.web.operating.backup import back_up  # noqa: PLC0415

    path = Path(target)
    if with_keys:
        click.echo(
            "注意：备份里有密钥，拿到它的人能看到全部个人信息。请加密保存，不要与普通备份放在一起。", err=True
        )
    try:
        manifest = back_up(path, timezone.now(), with_keys=with_keys)
    except FileExistsError:
        raise click.ClickException(f"“{target}”已经存在，没有覆盖。请换一个文件名。") from None
    except OSError:
        raise click.ClickException(cannot_write(target)) from None
    rows = sum(one["rows"] for one in manifest["tables"].values())
    click.echo(
        f"已备份到 {target}：{len(manifest['tables'])}张表{rows}行，附件{len(manifest['files'])}个，"
        f"审计记录{manifest['audit']['lines']}行，审计总校验值 {manifest['audit']['root']}。"
    )
    return 0


@click.command(
    "restore",
    cls=ChineseCommand,
    short_help="恢复备份到空的系统。",
    help="把备份恢复到空的系统（数据库可以与原来的种类不同），逐项核对校验值和审计链。",
    options_metavar=OPTIONS,
)
@click.argument("source", metavar="备份文件")
def restore(source: str) -> int:
    """Restore, and say what was."""
    open_office(ready=False)
    from gongkai.web.operating.restore import CannotRestore  # noqa: PLC0415  # after the set-up
    from gongkai.web.operating.restore import restore as work  # noqa: PLC0415
    from gongkai.web.sealing.keys import KeyFileError  # noqa: PLC0415

    try:
        manifest = work(Path(source))
    except (CannotRestore, KeyFileError) as error:
        raise click.ClickException(str(error)) from None
    rows = sum(one["rows"] for one in manifest["tables"].values())
    click.echo(
        f"已恢复{_minute(manifest['made_at'])}做成的备份：{len(manifest['tables'])}张表{rows}行，附件{len(manifest['files'])}个，"
        "校验值逐一相符，审计链核验通过。"
    )
    return 0


def _minute(made_at: str) -> str:
    """When a backup was made, by the clock on the wall."""
    from django.utils import timezone  # noqa: PLC0415  # after the set-up

    at = timezone.localtime(dt.datetime.fromisoformat(made_at))
    return f"{day_words(at.date())}{at:%H:%M}"
