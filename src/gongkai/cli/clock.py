"""``gongkai clock``: where an application stands on a day, what is due, what was late, and why."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongkai.cli.account import (
    PROVISIONAL,
    as_objects,
    calendar_for,
    day_or_dash,
    moved_words,
    region_notes,
    table,
)
from gongkai.cli.usage import OPTIONS, ChineseCommand, Day
from gongkai.cli.words import plain

if TYPE_CHECKING:
    from gongkai.statute.clocks import Clock
    from gongkai.statute.moved import MovedDeadline
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
    from gongkai.statute.moved import deadlines_moved  # noqa: PLC0415

    events, settings = read_case(case)
    calendar = calendar_for(region, notice)
    found = run(events, on, calendar, settings)
    without = run(events, on, calendar_for(region, ()), settings) if notice else found
    moved = deadlines_moved(without, found)
    click.echo(as_one(found, calendar, moved) if as_json else "\n".join(page(found, calendar, case, moved)))
    return 0


def as_one(found: Clock, calendar: Calendar, moved: Sequence[MovedDeadline] = ()) -> str:
    """The clock as one line of JSON; ``moved`` are the deadlines that the notices from files changed."""
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
        "moved": [
            {"id": one.id, "before": one.before.isoformat(), "after": one.after.isoformat()} for one in moved
        ],
        "notes": region_notes(calendar, (found.strict, found.lenient)),
    }
    return json.dumps(value, ensure_ascii=False)


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def page(found: Clock, calendar: Calendar, name: str, moved: Sequence[MovedDeadline] = ()) -> Iterator[str]:
    """The clock for a person, ready to be printed and filed."""
    from gongkai.statute.case_words import STAGES, Stage  # noqa: PLC0415

    yield "办理期限计算单"
    yield f"办件：{plain(Path(name).name)}　算到：{day_or_dash(found.on)}"
    yield f"阶段：{STAGES[Stage(found.stage)]}"
    if found.outcome:
        yield f"办理结果：{_row(found.outcome)}"
    yield f"答复期限最后一日：{day_or_dash(found.strict) if found.strict else _stopped(found)}"
    if found.strict is not None and found.lenient is None:
        yield "宽限日期：自与申请人确认之日起算，尚未确定"
    elif found.lenient != found.strict:
        yield f"宽限日期：{day_or_dash(found.lenient)}（判断是否逾期以此为准）"
    if found.without_restart is not None:
        yield f"补正告知逾期，如不重新起算，保守日期为：{day_or_dash(found.without_restart)}"
    if found.provisional:
        yield PROVISIONAL
    yield from (moved_words(_awaited(one.id), one.before, one.after) for one in moved)
    yield from region_notes(calendar, (found.strict, found.lenient))
    yield f"是否按时：{_in_time(found)}"
    yield from _listed(found)
    yield ""
    yield from table(found.steps)


def _stopped(found: Clock) -> str:
    """Why no reply period runs on the day."""
    return "已办结，不再计算" if found.stage == "closed" else "期限停止计算，等到申请人补正或者缴费后再算"


def _in_time(found: Clock) -> str:
    if found.timely is not None:
        return "按时答复" if found.timely else "逾期"
    if found.strict is None:
        return "不适用"
    if found.on > found.strict:
        return "尚未答复，已过严格日期，请尽快答复"
    return "尚未答复，未逾期"


def _listed(found: Clock) -> Iterator[str]:
    from gongkai.statute.case_words import BREACHES, Breach  # noqa: PLC0415

    if found.deadlines:
        yield "还在等待："
        for due in found.deadlines:
            yield f"  {_awaited(due.id)}：{day_or_dash(due.on)}，{due.article}"
    if found.breaches:
        yield "不符合规定："
        for one in found.breaches:
            yield f"  {BREACHES[Breach(one)]}"


def _awaited(id: str) -> str:
    """What a deadline waits for, in Chinese."""
    from gongkai.statute.case_words import DEADLINES  # noqa: PLC0415

    kind, _, name = id.partition(":")
    return f"{DEADLINES[kind]}（{plain(name)}）" if name else DEADLINES[kind]


def _row(outcome: str) -> str:
    """The official label of a result row."""
    from gongkai.tables.form import form  # noqa: PLC0415

    table = form("2021").table("applications")
    row = table.row(outcome)
    return f"{table.group(row.group).label}：{row.label}" if row.group else row.label
