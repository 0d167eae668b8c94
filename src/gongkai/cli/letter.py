"""``gongkai letter``: a letter or form from a file of facts, as text, Word or PDF."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gongkai.cli.convert import put
from gongkai.cli.usage import OPTIONS, ChineseCommand, Day, write_list
from gongkai.values.errors import Refused
from gongkai.values.syntax import fault_words

if TYPE_CHECKING:
    from gongkai.letters.document import Document
    from gongkai.letters.paper import Paper

FORMATS = ("text", "docx", "pdf")
"""Those of ``gongkai.letters.formats``, named here so that ``--help`` loads nothing."""


@click.command(
    "letter",
    cls=ChineseCommand,
    short_help="生成文书：答复书、告知书、回执和各种表，文字、Word 或者 PDF。",
    help="生成文书：按编号（D01 至 D30、F01 至 F06）和一份写明事实的 TOML 文件生成。\n\n"
    "不写编号时列出全部文书；写了编号、不写 --facts 时列出该文书所需的事实。"
    "缺少事实的，逐项说明，退出状态为 1。",
    options_metavar=OPTIONS,
)
@click.argument("document", metavar="[编号]", required=False)
@click.option("--facts", metavar="文件", help="写明事实的 TOML 文件；[settings] 下可以改设置。")
@click.option("--on", type=Day(), metavar="日期", help="文书的日期；不写时为今天。")
@click.option(
    "--to", type=click.Choice(FORMATS), metavar="格式", help="text、docx 或者 pdf；不写时看输出文件的扩展名。"
)
@click.option("-o", "--output", metavar="文件", help="输出文件；不写时把文字印在屏幕上。")
@click.option("--region", metavar="代码", help="行政区划代码，用来加上当地的节假日。")
def letter(
    *,
    document: str | None,
    facts: str | None,
    on: dt.date | None,
    to: str | None,
    output: str | None,
    region: str | None,
) -> int:
    """Write a letter, or list what there is."""
    from gongkai.letters.document import document as one  # noqa: PLC0415  # so that --help stays quick

    if document is None:
        if facts:
            raise click.UsageError("请写明文书的编号，如 gongkai letter D04 --facts 事实.toml。")
        click.echo("\n".join(shelf()))
        return 0
    if facts is None:
        click.echo("\n".join(wanted(one(document))))
        return 0
    day = on or dt.date.today()  # noqa: DTZ011  # the edge: no day given means a letter of today
    to = _format(to, output)
    paper = _filled(document, facts, day, region)
    _save(paper, to, output)
    return 0


def _format(to: str | None, output: str | None) -> str:
    if to is None:
        ending = Path(output).suffix.removeprefix(".").lower() if output else "text"
        to = "text" if ending in ("txt", "text") else ending
    if to not in FORMATS:
        raise click.UsageError("看不出要存成什么格式，请用 --to 写明 text、docx 或者 pdf。")
    if to != "text" and output is None:
        raise click.UsageError("Word 和 PDF 要存成文件，请用 -o 写明文件名。")
    return to


def _filled(document: str, facts: str, day: dt.date, region: str | None) -> Paper:
    """The document with the facts and settings of the file."""
    from gongkai.cli.account import calendar_for  # noqa: PLC0415
    from gongkai.letters.filling import fill  # noqa: PLC0415
    from gongkai.statute.settings import Settings  # noqa: PLC0415

    given = _read(facts)
    settings = Settings.default().using(given.pop("settings", {}))
    return fill(document, given, day, calendar=calendar_for(region, ()), settings=settings)


def _save(paper: Paper, to: str, output: str | None) -> None:
    """Write the paper, or print it, and say the hash of its text."""
    from gongkai.letters.formats import write  # noqa: PLC0415
    from gongkai.letters.paper import digest  # noqa: PLC0415

    data = write(paper, to)
    if output is None:
        click.echo(data.decode("utf-8"), nl=False)
    else:
        if Path(output).exists():
            raise Refused("exists", f"文件已经存在：{output}。为免覆盖，没有写入；请换一个文件名。")
        put(data, output)
        click.echo(f"已写入：{output}", file=sys.stderr)
    click.echo(f"文字校验值（SHA-256）：{digest(paper)}", file=sys.stderr)


def _read(name: str) -> dict[str, Any]:
    """The facts of the file."""
    import tomllib  # noqa: PLC0415

    from gongkai.cli.case_file import text_of  # noqa: PLC0415

    try:
        return tomllib.loads(text_of(name))
    except tomllib.TOMLDecodeError as error:
        said = f"{name} 不是规范的TOML文本：{fault_words(error)}。请改正后再试。"
        raise Refused("not_facts", said) from None


def shelf() -> Iterator[str]:
    """Every document with its title and use."""
    from gongkai.letters.document import documents  # noqa: PLC0415

    for one in documents():
        yield f"{one.id}　{one.title}"
        yield f"　　　　{one.used}。"


def wanted(one: Document) -> Iterator[str]:
    """The facts of a document: key, Chinese name, kind, source; those it always needs first."""
    from gongkai.letters.vocabulary import fact  # noqa: PLC0415

    yield f"{one.id}　{one.title}"
    yield f"用途：{one.used}。"
    yield f"依据：{'；'.join(one.articles)}。"
    told = one.facts()
    for title, must in (("必须有的事实", True), ("视情况有的事实", False)):
        found = [fact(key) for key, always in told.items() if always is must]
        if found:
            formatter = click.HelpFormatter(width=100)
            rows = [(f.key, f"{f.name}：{f.kind.words}，{f.source.words}") for f in found]
            write_list(formatter, title, rows)
            yield formatter.getvalue().rstrip("\n")
