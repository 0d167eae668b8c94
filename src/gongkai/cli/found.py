"""``gongkai found``: setting up an organ with its first administrators."""

from __future__ import annotations

import click

from gongkai.cli.office import open_office
from gongkai.cli.usage import OPTIONS, ChineseCommand

ADMINISTRATORS = {
    "system": "system_administrator",
    "security": "security_administrator",
    "audit": "audit_administrator",
}


@click.command(
    "found",
    cls=ChineseCommand,
    short_help="启用一个机关，设首批管理员。",
    help="启用一个机关，设系统管理员、安全管理员（和审计管理员），显示一次首次登录的口令。三员不能由同一人担任。",
    options_metavar=OPTIONS,
)
@click.option(
    "--code", required=True, metavar="代码", help="机关代码，小写字母、数字、连字符，例如 linxi-sfj。"
)
@click.option("--name", required=True, metavar="名称", help="机关全称。")
@click.option(
    "--kind",
    default="department",
    metavar="类别",
    help="机关类别；不写时为 department（政府工作部门），司法行政部门写 justice。",
)
@click.option(
    "--level",
    default="county",
    metavar="层级",
    help="national（国家级）、province（省级）、prefecture（设区的市级）、county（县级）、township（乡级）；"
    "不写时为 county。",
)
@click.option("--region", default="", metavar="区划", help="行政区划代码，6位数字。")
@click.option("--system", required=True, nargs=2, metavar="登录名 姓名", help="系统管理员。")
@click.option("--security", required=True, nargs=2, metavar="登录名 姓名", help="安全管理员。")
@click.option("--audit", nargs=2, metavar="登录名 姓名", help="审计管理员；也可以以后再设。")
def found(  # noqa: PLR0917  # one an option
    code: str,
    name: str,
    kind: str,
    level: str,
    region: str,
    system: tuple[str, str],
    security: tuple[str, str],
    audit: tuple[str, str] | None,
) -> int:
    """Set up, and print the passwords once."""
    open_office()
    from django.core.exceptions import ValidationError  # noqa: PLC0415  # after the set-up
    from django.utils import timezone  # noqa: PLC0415

    from gongkai.web.operating.founding import set_up  # noqa: PLC0415

    given = {"system": system, "security": security, "audit": audit}
    people = {ADMINISTRATORS[key]: one for key, one in given.items() if one}
    values = {"code": code, "name": name, "kind": kind, "level": level, "region": region}
    try:
        organ, passwords = set_up(timezone.now(), timezone.localdate(), people, **values)
    except ValidationError as error:
        raise click.ClickException("".join(error.messages)) from None
    click.echo(f"已启用{organ.name}。首次登录的口令只显示这一次，登录后须立即修改：")
    for login, password in passwords.items():
        click.echo(f"  {login}　{password}")
    return 0
