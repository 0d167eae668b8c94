"""``gongkai demo``: an installation to try everything on, with invented people, served at once."""

from __future__ import annotations

import os

import click

from gongkai.cli.folding import columns
from gongkai.cli.serve import ADDRESS, HOSTS, announce, keep_alive, make_ready
from gongkai.cli.usage import OPTIONS, ChineseCommand, Count

FOLDER = "var/demo"
OWN = {"GONGKAI_SECOND_FACTOR": "optional", "GONGKAI_MAIL": "file", "GONGKAI_SMS": "file"}
"""In a demonstration nobody needs a telephone to sign in, and nothing is sent."""
ELSEWHERE = (
    "GONGKAI_DATABASE",
    "GONGKAI_FILES",
    "GONGKAI_KEY_FILE",
    "GONGKAI_SECRET_KEY",
    "GONGKAI_CHECKUP_ONLY",
)
"""Settings of another installation that a demonstration must not touch."""


@click.command(
    "demo",
    cls=ChineseCommand,
    short_help="建立演示系统并启动。",
    help="建立演示系统（只建一次）并启动，显示网址、登录名和口令。口令每次启动都换，只显示在屏幕上。",
    options_metavar=OPTIONS,
)
@click.option("--folder", default=FOLDER, metavar="文件夹", help=f"演示数据的文件夹；不写时为 {FOLDER}。")
@click.option(
    "--host", default="127.0.0.1", metavar="地址", help="监听地址；不写时为 127.0.0.1，只供本机使用。"
)
@click.option("--port", default=8000, type=Count(high=65535), metavar="端口", help="端口；不写时为 8000。")
def demo(folder: str, host: str, port: int) -> int:
    """Build what is missing, set a password, print it, serve."""
    for name in ELSEWHERE:
        os.environ.pop(name, None)
    os.environ["GONGKAI_DATA"] = os.path.abspath(folder)
    os.environ.update(OWN)
    os.environ.setdefault(HOSTS, f"{host},localhost,127.0.0.1")
    os.environ.setdefault(ADDRESS, f"http://{host}:{port}")
    for sentence in make_ready(migrate=False):
        click.echo(sentence, err=True)
    from django.utils import timezone  # noqa: PLC0415  # after the set-up

    from gongkai.web.demo.build import NoDemonstration, build, one_password  # noqa: PLC0415
    from gongkai.web.demo.people import staff  # noqa: PLC0415
    from gongkai.web.rights.roles import roles  # noqa: PLC0415

    try:
        build(timezone.now(), timezone.localdate())
        password = one_password(timezone.now())
    except NoDemonstration as error:
        raise click.ClickException(str(error)) from None
    announce(host, port)
    click.echo(f"演示登录（口令都是 {password} ，每次启动都换）：", err=True)
    for login, (_, name, role) in staff().items():
        click.echo(f"  {login}{' ' * (26 - columns(login))}{roles()[role].name}　{name}", err=True)
    click.echo("演示中的机关人员都是虚构的；请勿录入真实信息。", err=True)
    return keep_alive(host, port, workers=1)
