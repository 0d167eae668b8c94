"""``gongkai audit``: verifying, anchoring and exporting the audit chains."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli.office import cannot_write, open_office
from gongkai.cli.usage import OPTIONS, ChineseCommand, Commands

BROKEN = 1
SHOWN = 50

audit = Commands(
    name="audit",
    homes={
        "verify": "gongkai.cli.audit:verify",
        "anchor": "gongkai.cli.audit:anchor",
        "export": "gongkai.cli.audit:export",
    },
    short_help="核验、锚定、导出审计记录。",
    help="核验、锚定、导出审计记录。审计记录只增不改，没有删除的命令。",
    options_metavar=OPTIONS,
    subcommand_metavar="命令 [参数]…",
)


@click.command(
    "verify",
    cls=ChineseCommand,
    short_help="核验全部审计链。",
    help="逐行核验全部审计链和每日锚定值。退出状态：0 全部相符，1 有不符之处。",
    options_metavar=OPTIONS,
)
def verify() -> int:
    """Verify, and name the places that do not hold."""
    open_office()
    from gongkai.web.audit.verifying import verify as work  # noqa: PLC0415  # after the set-up
    from gongkai.web.operating.keeping import kept  # noqa: PLC0415

    breaks = work()
    for one in breaks[:SHOWN]:
        chain = "每日锚定" if one.chain == "*" else one.chain
        click.echo(f"{chain}：{one.sentence}")
    if len(breaks) > SHOWN:
        click.echo(f"另有{len(breaks) - SHOWN}处。")
    click.echo(kept())
    click.echo(f"共{len(breaks)}处不符。请立即停用系统并保留现场。" if breaks else "审计记录全部相符。")
    return BROKEN if breaks else 0


@click.command(
    "anchor",
    cls=ChineseCommand,
    short_help="锚定今天的审计链，显示总校验值。",
    help="锚定今天的审计链，显示总校验值，供打印后由本机关以外的人保存。系统每天自动锚定一次；当天已有的，显示已有的。",
    options_metavar=OPTIONS,
)
def anchor() -> int:
    """Anchor today, and print the root."""
    open_office()
    from django.utils import timezone  # noqa: PLC0415  # after the set-up

    from gongkai.web.audit.verifying import anchor as work  # noqa: PLC0415

    made = work(timezone.localdate(), timezone.now())
    click.echo(f"{made.day} {made.algorithm} {made.root}")
    return 0


@click.command(
    "export",
    cls=ChineseCommand,
    short_help="导出一个机关的审计记录。",
    help="把一个机关的审计记录导出成文件，一行一条，可以不用本系统核验。",
    options_metavar=OPTIONS,
)
@click.option("--organ", required=True, metavar="代码", help="机关代码；system 是运行人员的记录。")
@click.option("-o", "--out", required=True, metavar="文件", help="输出文件；不能是已有的文件。")
def export(organ: str, out: str) -> int:
    """Write the lines of a chain."""
    open_office()
    from django.utils import timezone  # noqa: PLC0415  # after the set-up

    from gongkai.web.audit.models import AuditHead  # noqa: PLC0415
    from gongkai.web.operating.exporting import export as lines  # noqa: PLC0415

    if not AuditHead.objects.filter(chain=organ).exists():
        raise click.ClickException(f"没有代码为“{organ}”的机关，或者它还没有审计记录。请核对机关代码。")
    path = Path(out)
    try:
        path.touch(0o600, exist_ok=False)
        with path.open("w", encoding="utf-8") as file:
            count = sum(bool(file.write(f"{line}\n")) for line in lines(organ, timezone.now()))
    except FileExistsError:
        raise click.ClickException(f"“{out}”已经存在，没有覆盖。请换一个文件名。") from None
    except OSError:
        raise click.ClickException(cannot_write(out)) from None
    click.echo(f"已导出{count - 2}条审计记录到 {out}。")
    return 0
