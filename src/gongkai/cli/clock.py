"""``gongkai clock``: where an application stands on a day, what is due, what was late, and why."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongkai.cli.account import PROVISIONAL, as_objects, calendar_for, day_words, region_notes, table
from gongkai.cli.usage import OPTIONS, ChineseCommand, Day
from gongkai.cli.words import plain

if TYPE_CHECKING:
    from gongkai.statute.clocks import Clock
    from gongkai.statute.working_days import Calendar


@click.command(
    "clock",
    cls=ChineseCommand,
    short_help="计算一件申请的办理期限。",
    help="读一件申请的记录（TOML），算出某一天的答复期限、所处阶段、还在等什么、有没有逾期，逐日列出依据。\n\n"
    "某条记录法律不允许时，说明是第几条、为什么、怎么办，退出状态为 1。",
    options_metavar=OPTIONS,
)
@click.argument("case", metavar="办件文件")
@click.option("--on", type=Day(), required=True, metavar="日期", help="算到哪一天；此后的记录不看。")
@click.option("--region", metavar="代码", help="行政区划代码；有地方放假的地区（如 640000）另加放假日。")
@click.option("--notice", multiple=True, metavar="文件", help="另外载入的放假安排通知（TOML）。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def clock(*, case: str, on: dt.date, region: str | None, notice: tuple[str, ...], as_json: bool) -> int:
    """Print what the clock says."""
    from gongkai.cli.case_file import read_case  # noqa: PLC0415  # so that --help stays quick
    from gongkai.statute.clocks import clock as run  # noqa: PLC0415

    events, settings = read_case(case)
    calendar = calendar_for(region, notice)
    found = run(events, on, calendar, settings)
    click.echo(as_one(found, calendar) if as_json else "\n".join(page(found, calendar, case)))
    return 0


def as_one(found: Clock, calendar: Calendar) -> str:
    """The clock as one line of JSON."""
    value = {
        "strict": _iso(found.strict),
        "lenient": _iso(found.lenient),
        "provisional": found.provisional,
        "steps": as_objects(found.steps),
        "stage": str(found.stage),
        "outcome": found.outcome,
        "deadlines": [{"id": d.id, "on": d.on.isoformat(), "article": d.article} for d in found.deadlines],
        "breaches": [str(one) for one in found.breaches],
        "timely": found.timely,
        "without_restart": _iso(found.without_restart),
        "notes": region_notes(calendar, (found.strict, found.lenient)),
    }
    return json.dumps(value, ensure_ascii=False)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def page(found: Clock, calendar: Calendar, name: str) -> Iterator[str]:
    """The clock for a person, ready to be printed and filed."""
    from gongkai.statute.case_words import STAGES, Stage  # noqa: PLC0415

    yield "办理期限计算单"
    yield f"办件：{plain(Path(name).name)}　算到：{day_words(found.on)}"
    yield f"阶段：{STAGES[Stage(found.stage)]}"
    if found.outcome:
        yield f"办理结果：{_row(found.outcome)}"
    yield f"答复期限最后一日：{day_words(found.strict)}"
    if found.lenient != found.strict:
        yield f"宽限日期：{day_words(found.lenient)}（判断是否逾期以此为准）"
    if found.without_restart is not None:
        yield f"补正告知逾期，如不重新起算，保守日期为：{day_words(found.without_restart)}"
    if found.provisional:
        yield PROVISIONAL
    yield from region_notes(calendar, (found.strict, found.lenient))
    yield f"是否按时：{ {True: '按时答复', False: '逾期', None: '尚未答复，未逾期'}[found.timely] }"
    yield from _listed(found)
    yield ""
    yield from table(found.steps)


def _listed(found: Clock) -> Iterator[str]:
    from gongkai.statute.case_words import BREACHES, DEADLINES, Breach  # noqa: PLC0415

    if found.deadlines:
        yield "还在等待："
        for due in found.deadlines:
            kind, _, name = due.id.partition(":")
            who = f"{DEADLINES[kind]}（{plain(name)}）" if name else DEADLINES[kind]
            yield f"  {who}：{day_words(due.on)}，{due.article}"
    if found.breaches:
        yield "不符合规定："
        for one in found.breaches:
            yield f"  {BREACHES[Breach(one)]}"


def _row(outcome: str) -> str:
    """The official label of a result row."""
    from gongkai.tables.form import form  # noqa: PLC0415

    return form("2021").table("applications").row(outcome).label
