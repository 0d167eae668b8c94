"""The entry of the command ``gongkai``: finds the command, sets the encoding, turns errors into sentences.

Nothing heavy is imported here: each command brings what it needs when it runs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TextIO

import click

from gongkai import __version__
from gongkai.cli.usage import OPTIONS, Commands, sentence
from gongkai.values.errors import FactsError, FileError, NotAllowed, NotInForce

NOT_ALLOWED = 1
USAGE_ERROR = 2
INTERRUPTED = 130

commands = Commands(
    name="gongkai",
    homes={
        "check": "gongkai.cli.check:check",
        "clock": "gongkai.cli.clock:clock",
        "convert": "gongkai.cli.convert:convert",
        "compare": "gongkai.cli.compare:compare",
        "corpus": "gongkai.cli.corpus:corpus",
        "due": "gongkai.cli.due:due",
        "fee": "gongkai.cli.fee:fee",
        "letter": "gongkai.cli.letter:letter",
        "read": "gongkai.cli.read:read",
        "remedies": "gongkai.cli.remedies:remedies",
        "rollup": "gongkai.cli.rollup:rollup",
        "schema": "gongkai.cli.schema:schema",
        "serve": "gongkai.cli.serve:serve",
        "demo": "gongkai.cli.demo:demo",
        "found": "gongkai.cli.found:found",
        "backup": "gongkai.cli.backup:backup",
        "restore": "gongkai.cli.backup:restore",
        "audit": "gongkai.cli.audit:audit",
        "keys": "gongkai.cli.keys:keys",
        "holidays": "gongkai.cli.holidays:holidays",
        "ledger": "gongkai.cli.ledger:ledger",
    },
    help="公开：读取、检查、转换政府信息公开工作年度报告，计算期限、费用和救济途径，生成文书。",
    epilog="退出状态：0 没有错误，1 报告里有错误或者法律不允许，2 有文件读不了或者命令写错了。",
    options_metavar=OPTIONS,
    subcommand_metavar="命令 [参数]…",
    no_args_is_help=False,
    invoke_without_command=True,
)


@click.option("--version", "version", is_flag=True, help="显示版本。")
@click.pass_context
def _start(ctx: click.Context, version: bool) -> None:
    """Without a command: the version, or the help page."""
    if version:
        click.echo(f"gongkai {__version__}")
        ctx.exit(0)
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


commands.callback = _start
commands.params.extend(reversed(getattr(_start, "__click_params__", [])))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; ``arguments`` default to those of the process. Gives the exit status."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    try:
        status = commands.main(arguments, prog_name="gongkai", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        click.echo(f"gongkai：{sentence(error)}", err=True)
        return USAGE_ERROR
    except FileError as error:
        click.echo(f"gongkai：{error.message}", err=True)
        return USAGE_ERROR
    except NotAllowed as error:
        click.echo(f"gongkai：{error.sentence}（{error.article}）", err=True)
        return NOT_ALLOWED
    except FactsError as error:
        click.echo(f"gongkai：{error.sentence}", err=True)
        return NOT_ALLOWED
    except NotInForce as error:
        click.echo(f"gongkai：{error}日期写错的，请改正后再试。", err=True)
        return NOT_ALLOWED
    except (KeyboardInterrupt, click.Abort):
        click.echo("已中断。", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return 1
    return status if isinstance(status, int) else 0


def _speak_utf8(stream: TextIO) -> None:
    """UTF-8 whatever the locale; a byte of a file name that is no text comes out as an escape
    (``\\udcff``).
    """
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_output() -> None:
    """The reader of our output has gone (``gongkai … | head``): keep the interpreter from complaining at
    exit.
    """
    import os  # noqa: PLC0415  # only on this rare way out

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
