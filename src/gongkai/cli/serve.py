"""``gongkai serve``: the page 年报体检 on this machine."""

from __future__ import annotations

import os

import click

from gongkai.cli.usage import OPTIONS, ChineseCommand, Count

APPLICATION = "gongkai.web.wsgi:application"
HOSTS = "GONGKAI_HOSTS"
THREADS = 8
"""Pages wait for a reader process most of their time; more threads than the gate lets through are idle."""


@click.command(
    "serve",
    cls=ChineseCommand,
    short_help="启动网页“年报体检”。",
    help="启动网页“年报体检”，用浏览器打开显示的地址即可；按 Ctrl+C 停止。",
    options_metavar=OPTIONS,
)
@click.option(
    "--host", default="127.0.0.1", metavar="地址", help="监听地址；不写时为 127.0.0.1，只供本机使用。"
)
@click.option("--port", default=8000, type=Count(high=65535), metavar="端口", help="端口；不写时为 8000。")
@click.option("--workers", default=1, type=Count(), metavar="个数", help="工作进程数；不写时为 1。")
def serve(host: str, port: int, workers: int) -> int:
    """Serve the web application until it is stopped."""
    from granian import Granian  # noqa: PLC0415  # the server and Django are only needed by this command
    from granian.constants import Interfaces  # noqa: PLC0415

    os.environ.setdefault(HOSTS, f"{host},localhost,127.0.0.1")
    click.echo(f"年报体检已启动：http://{host}:{port}/ （按 Ctrl+C 停止）", err=True)
    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
    ).serve()
    return 0
