"""``gongkai due``: the last day for the reply to an application received on a day, with its account."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
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
from gongkai.cli.usage import OPTIONS, ChineseCommand, Count, Day

if TYPE_CHECKING:
    from gongkai.statute.moved import Moved
    from gongkai.statute.reply_due import ReplyDue


@click.command(
    "due",
    cls=ChineseCommand,
    short_help="计算答复期限，逐日列出。",
    help="按收到申请之日计算答复期限，逐日列出哪一天计入、哪一天不计入，写明依据。\n\n"
    "严格日期用于提醒，宽限日期用于判断是否逾期；两个日期只在非工作日收到申请时不同。",
    options_metavar=OPTIONS,
)
@click.option("--received", type=Day(), required=True, metavar="日期", help="收到申请之日，如 2026-03-02。")
@click.option("--region", metavar="代码", help="行政区划代码；有地方放假的地区（如 640000）另加放假日。")
@click.option("--days", type=Count(high=1000), metavar="天数", help="工作日数；不写时为收到当日的法定期限。")
@click.option("--notice", multiple=True, metavar="文件", help="另外载入的放假安排通知（TOML）。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def due(
    *, received: dt.date, region: str | None, days: int | None, notice: tuple[str, ...], as_json: bool
) -> int:
    """Print the due date with its account."""
    from gongkai.statute.moved import what_moved  # noqa: PLC0415  # so that --help stays quick
    from gongkai.statute.reply_due import reply_due  # noqa: PLC0415

    calendar = calendar_for(region, notice)
    found = reply_due(received, calendar, days)
    moved = what_moved(calendar_for(region, ()), calendar, [received], days) if notice else ()
    click.echo(as_one(found, moved) if as_json else "\n".join(page(found, moved)))
    return 0


def as_one(found: ReplyDue, moved: Sequence[Moved] = ()) -> str:
    """The due date as one line of JSON; ``moved`` are what the notices from files changed."""
    value = {
        "strict": found.strict.isoformat(),
        "lenient": found.lenient.isoformat(),
        "provisional": found.provisional,
        "steps": as_objects(found.steps),
        "article": found.article,
        "moved": [{"before": one.before.isoformat(), "after": one.after.isoformat()} for one in moved],
        "notes": region_notes(found.calendar, (found.received, found.lenient)),
    }
    return json.dumps(value, ensure_ascii=False)


def page(found: ReplyDue, moved: Sequence[Moved] = ()) -> Iterator[str]:
    """The due date for a person, ready to be printed and filed."""
    yield "答复期限计算单"
    yield f"收到申请之日：{day_or_dash(found.received)}"
    yield f"{'答复期限' if found.article else '期限'}：{found.days}个工作日"
    yield f"最后一日：{day_or_dash(found.strict)}"
    if found.lenient != found.strict:
        yield f"宽限日期：{day_or_dash(found.lenient)}（收到当日不是工作日，视为下一个工作日收到）"
    if found.calendar.region is not None:
        yield f"适用地区：{found.calendar.region.name}"
    if found.provisional:
        yield PROVISIONAL
    yield from (moved_words("最后一日", one.before, one.after) for one in moved)
    yield from region_notes(found.calendar, (found.received, found.lenient))
    basis = found.article or "天数由使用者指定，不是法定的答复期限"
    yield f"依据：{basis}；次日起算参照《中华人民共和国民事诉讼法》第八十五条。"
    yield ""
    yield from table(found.steps)
