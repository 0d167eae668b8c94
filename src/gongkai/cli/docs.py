"""``gongkai docs``: pages that are printed from the code, so that they cannot grow stale."""

from __future__ import annotations

import click

from gongkai.cli.usage import OPTIONS, ChineseCommand


@click.command(
    "docs",
    cls=ChineseCommand,
    short_help="输出由程序生成的说明页。",
    help="输出由程序生成的说明页（Markdown）。页名：checks 为检查规则一览。",
    options_metavar=OPTIONS,
)
@click.argument("page", type=click.Choice(["checks"]), metavar="页名")
def docs(page: str) -> int:
    """Print one page."""
    from gongkai.report.checks import registry  # noqa: PLC0415  # so that --help stays quick

    click.echo(registry.page(), nl=False)
    return 0
