"""``gongkai serve``: the whole site with one command, or one of its parts."""

from __future__ import annotations

import logging
import os
import sys

import click

from gongkai.cli.office import open_office
from gongkai.cli.supervisor import Part, follow_the_supervisor, supervise
from gongkai.cli.usage import OPTIONS, ChineseCommand, Count

APPLICATION = "gongkai.web.wsgi:application"
HOSTS, ADDRESS, CHECKUP_ONLY = "GONGKAI_HOSTS", "GONGKAI_ADDRESS", "GONGKAI_CHECKUP_ONLY"
PARTS = {"web": "网页", "worker": "后台任务", "tick": "定时"}
THREADS = 8
"""Pages wait for a reader process or the database most of their time; more threads are idle."""
SQLITE_THREADS = 2
"""Writers of SQLite wait for each other; many threads only make the slowest page slower."""
FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"


@click.command(
    "serve",
    cls=ChineseCommand,
    short_help="启动网站：年报体检、办公、后台任务。",
    help="启动网站，用浏览器打开显示的地址即可；按 Ctrl+C 停止。第一次启动时自动建立数据库和密钥文件。",
    options_metavar=OPTIONS,
)
@click.option(
    "--host", default="127.0.0.1", metavar="地址", help="监听地址；不写时为 127.0.0.1，只供本机使用。"
)
@click.option("--port", default=8000, type=Count(high=65535), metavar="端口", help="端口；不写时为 8000。")
@click.option("--workers", default=1, type=Count(), metavar="个数", help="网页的工作进程数；不写时为 1。")
@click.option("--checkup-only", is_flag=True, help="只启动年报体检，不建数据库，不留任何数据。")
@click.option("--migrate", is_flag=True, help="升级后第一次启动 PostgreSQL 上的系统时，更新数据库结构。")
@click.option(
    "--part", type=click.Choice(list(PARTS)), metavar="部分", help="只启动一个部分：web、worker 或者 tick。"
)
@click.option("--supervised", is_flag=True, hidden=True, help="由 gongkai serve 自动加上。")
def serve(  # noqa: PLR0917  # one an option
    host: str, port: int, workers: int, checkup_only: bool, migrate: bool, part: str | None, supervised: bool
) -> int:
    """Serve until told to end."""
    os.environ.setdefault(HOSTS, f"{host},localhost,127.0.0.1")
    os.environ.setdefault(ADDRESS, f"http://{host}:{port}")
    if checkup_only:
        os.environ[CHECKUP_ONLY] = "1"
        click.echo(f"年报体检已启动：http://{host}:{port}/ （按 Ctrl+C 停止）", err=True)
        return web(host, port, workers, THREADS)
    if supervised:
        follow_the_supervisor()
    if part is None:
        return everything(host, port, workers, migrate)
    open_office(ready=True)
    if part == "web":
        from django.db import connection  # noqa: PLC0415  # after the set-up

        return web(host, port, workers, SQLITE_THREADS if connection.vendor == "sqlite" else THREADS)
    from gongkai.web.jobs.running import beat, work  # noqa: PLC0415

    work() if part == "worker" else beat()
    return 0


def everything(host: str, port: int, workers: int, migrate: bool) -> int:
    """Make ready what is missing, then keep the three parts alive."""
    for sentence in make_ready(migrate):
        click.echo(sentence, err=True)
    announce(host, port)
    return keep_alive(host, port, workers)


def announce(host: str, port: int) -> None:
    """Say where to open the site."""
    here = f"http://{host}:{port}/"
    click.echo(f"已启动：年报体检 {here} ，办公 {here}office/ （按 Ctrl+C 停止）", err=True)


def keep_alive(host: str, port: int, workers: int) -> int:
    """Supervise the three parts until told to end; the exit status."""
    logging.basicConfig(level=logging.INFO, format=FORMAT)
    run = [sys.executable, "-m", "gongkai", "serve", "--supervised"]
    site = ["--host", host, "--port", str(port), "--workers", str(workers)]
    return supervise([Part(words, [*run, "--part", key, *site]) for key, words in PARTS.items()])


def make_ready(migrate: bool) -> list[str]:
    """Database and keys; what was done, in sentences. Raises ``ClickException``."""
    open_office(ready=False)
    from django.utils import timezone  # noqa: PLC0415  # after the set-up

    from gongkai.web.operating.ready import NotReady, prepare  # noqa: PLC0415
    from gongkai.web.sealing.keys import KeyFileError  # noqa: PLC0415

    try:
        return prepare(timezone.now(), migrate=migrate)
    except (NotReady, KeyFileError) as error:
        raise click.ClickException(str(error)) from None


def web(host: str, port: int, workers: int, threads: int) -> int:
    """Serve the pages until told to end."""
    from granian import Granian  # noqa: PLC0415  # the server is only needed here
    from granian.constants import Interfaces  # noqa: PLC0415

    Granian(
        APPLICATION,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=threads,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
    ).serve()
    return 0
