"""``gongkai corpus``: very many reports become a store, and questions are asked of it."""

from __future__ import annotations

from pathlib import Path

import click

from gongkai.cli.usage import OPTIONS, ChineseCommand, Commands, Count

corpus = Commands(
    name="corpus",
    homes={
        "build": "gongkai.cli.corpus:build",
        "query": "gongkai.cli.corpus:query",
        "questions": "gongkai.cli.corpus:questions",
    },
    short_help="把大批报告建成库，按问题查询。",
    help="把一个文件夹里的大批报告建成库（Parquet），再按问题查询。",
    options_metavar=OPTIONS,
    subcommand_metavar="命令 [参数]…",
)


@click.command(
    "build",
    cls=ChineseCommand,
    short_help="把文件夹里的报告全部读入库。",
    help="把文件夹里的报告全部读入库。中断后再运行同一条命令，从中断处接着做。",
    options_metavar=OPTIONS,
)
@click.argument("folder", metavar="文件夹")
@click.option("--out", required=True, metavar="库", help="库所在的文件夹。")
@click.option(
    "--engine", default="local", metavar="引擎", help="local（本机全部核心，不写时用它）或者 dask（集群）。"
)
@click.option("--scheduler", metavar="地址", help="Dask 调度器的地址；不写时在本机临时启动。")
@click.option("--jobs", type=Count(), metavar="个数", help="同时用几个进程；不写时用全部核心。")
@click.pass_context
def build(  # noqa: PLR0917  # one a option
    ctx: click.Context, folder: str, out: str, engine: str, scheduler: str | None, jobs: int | None
) -> int:
    """Build or go on building; progress on standard error."""
    from gongkai.cli.batch import cores  # noqa: PLC0415  # so that --help stays quick
    from gongkai.corpus.build import ENGINES  # noqa: PLC0415
    from gongkai.corpus.build import build as work  # noqa: PLC0415
    from gongkai.corpus.keeper import ShardError  # noqa: PLC0415

    if engine not in ENGINES:
        raise click.UsageError(f"--engine 应为 {' 或 '.join(ENGINES)}，现在是“{engine}”。", ctx)
    if scheduler and engine != "dask":
        raise click.UsageError("--scheduler 只能与 --engine dask 一起使用。", ctx)
    try:
        for far in work(Path(folder), Path(out), jobs or cores(), engine, scheduler):
            click.echo(f"已完成 {far.done} 个文件，共 {far.files} 个。", err=True)
    except ShardError as error:
        click.echo(f"gongkai：{error}", err=True)
        return 2
    return 0


@click.command(
    "query",
    cls=ChineseCommand,
    short_help="向库提问。",
    help="向库提问：写现成问题的名称（gongkai corpus questions 列出），或者用 --sql 写一条 SQL。",
    options_metavar=OPTIONS,
)
@click.argument("store", metavar="库")
@click.argument("name", required=False, metavar="[问题]")
@click.option("--sql", metavar="语句", help="自己写的一条 SQL（DuckDB）。")
@click.option("--json", "as_json", is_flag=True, help="每行结果输出一行 JSON。")
@click.option("--csv", "as_csv", is_flag=True, help="输出 CSV，可以用 Excel、WPS 打开。")
@click.pass_context
def query(  # noqa: PLR0917  # one a option
    ctx: click.Context, store: str, name: str | None, sql: str | None, as_json: bool, as_csv: bool
) -> int:
    """Ask and print."""
    from gongkai.cli.batch import cores  # noqa: PLC0415  # so that --help stays quick
    from gongkai.cli.corpus_printing import as_table, csv_lines, json_lines  # noqa: PLC0415
    from gongkai.corpus.asking import ask  # noqa: PLC0415
    from gongkai.corpus.questions.registry import question  # noqa: PLC0415
    from gongkai.corpus.store import Store  # noqa: PLC0415

    if (name is None) == (sql is None):
        raise click.UsageError("请写一个现成问题的名称，或者用 --sql 写一条 SQL，二者取一。", ctx)
    if as_json and as_csv:
        raise click.UsageError("--json 和 --csv 只能选一个。", ctx)
    asked = question(name) if name else None
    base = Store(Path(store))
    missing = len(base.listed()) - len(base.finished())
    if missing:
        click.echo(f"注意：还有 {missing} 个分片没有建完，结果只包含已经完成的部分。", err=True)
    answer = ask(base, asked.sql if asked else sql or "", cores())
    headings = asked.headings if asked else {}
    click.echo((json_lines if as_json else csv_lines if as_csv else as_table)(answer, headings), nl=False)
    return 0


@click.command(
    "questions",
    cls=ChineseCommand,
    short_help="列出现成的问题。",
    help="列出现成的问题。",
    options_metavar=OPTIONS,
)
def questions() -> int:
    """Name, title and meaning of each."""
    from gongkai.corpus.questions.registry import questions as known  # noqa: PLC0415  # reads files

    for one in known().values():
        click.echo(f"{one.name}  {one.title}\n    {one.tells}")
    return 0
