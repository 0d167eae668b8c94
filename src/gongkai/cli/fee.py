"""``gongkai fee``: the processing fee of an application, a month or a number of pages, with every step."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from gongkai.cli.folding import columns
from gongkai.cli.usage import OPTIONS, ChineseCommand, Count, Day

if TYPE_CHECKING:
    from gongkai.statute.fees import Fee

MOST = 100_000
"""Applications or pages in one calculation; what is above is a slip of the hand."""


@click.command(
    "fee",
    cls=ChineseCommand,
    short_help="计算信息处理费，列出每一档。",
    help="计算信息处理费：按件（--nth 一件，--month-total 一个月合计）或者按量（--pages），列出每一档。",
    options_metavar=OPTIONS,
)
@click.option("--nth", type=Count(high=MOST), metavar="第几件", help="同一申请人当月的第几件，只算这一件。")
@click.option(
    "--month-total", type=Count(0, MOST), metavar="件数", help="同一申请人当月共多少件，全部按件收取的合计。"
)
@click.option("--pages", type=Count(0, MOST), metavar="页数", help="一件申请提供的页数，按量计算。")
@click.option("--already-public", is_flag=True, help="信息已经主动公开，答复只告知获取途径（不能按量计收）。")
@click.option("--on", type=Day(), metavar="日期", help="适用哪一天的标准；不写时为今天。")
@click.option("--json", "as_json", is_flag=True, help="输出 JSON。")
def fee(
    *,
    nth: int | None,
    month_total: int | None,
    pages: int | None,
    already_public: bool,
    on: dt.date | None,
    as_json: bool,
) -> int:
    """Print the fee with its steps."""
    if sum(count is not None for count in (nth, month_total, pages)) != 1:
        raise click.UsageError("请在 --nth、--month-total、--pages 中写一个；按件和按量不能同时使用。")
    day = on or dt.date.today()  # noqa: DTZ011  # the edge: no day given means the tariff of today
    found = _fee(nth, month_total, pages, already_public, day)
    click.echo(as_one(found) if as_json else "\n".join(page(found, nth)))
    return 0


def _fee(nth: int | None, total: int | None, pages: int | None, already_public: bool, day: dt.date) -> Fee:
    from gongkai.statute import fees  # noqa: PLC0415  # so that --help stays quick

    if pages is not None:
        return fees.charge(fees.Mode.PER_PAGE, day, pages=pages, already_public=already_public)
    return fees.per_application(nth, day) if nth is not None else fees.month_total(total or 0, day)


def as_one(found: Fee) -> str:
    """The fee as one line of JSON."""
    value = {
        "amount": found.amount,
        "steps": [
            {"from": step.first, "to": step.last, "rate": step.rate, "amount": step.amount}
            for step in found.steps
        ],
        "mode": found.mode.value,
        "unit": "元",
        "free": found.free,
        "article": found.article,
        "mark": found.mark,
    }
    return json.dumps(value, ensure_ascii=False)


def page(found: Fee, nth: int | None = None) -> Iterator[str]:
    """The fee as lines for the file: what was counted, each step, the sum, the article."""
    unit = "页" if found.mode == "per_page" else "件"
    way = f"按量计收，一件申请共 {found.pieces} 页" if unit == "页" else f"按件计收，当月共 {found.pieces} 件"
    if nth is not None:
        way = f"按件计收，只计当月第 {nth} 件"
    yield "信息处理费计算单"
    yield f"计收方式：{way}"
    yield ""
    rows = [("免收", f"{found.free} {unit}", "0 元")] if found.free else []
    for step in found.steps:
        span = f"第 {step.first} {unit}"
        if step.last > step.first:
            span += f"至第 {step.last} {unit}"
        rows.append((span, f"{step.pieces} {unit} × {step.rate} 元", f"{step.amount:,} 元"))
    rows.append(("合计", "", f"{found.amount:,} 元"))
    yield from _aligned(rows)
    yield ""
    yield f"依据：{found.article}。"
    yield "同一件申请只能在按件、按量中选用一种；是否收取由本机关决定（《条例》第四十二条）。"


def _aligned(rows: list[tuple[str, str, str]]) -> Iterator[str]:
    """Columns set apart; sums end under each other."""
    wide = [max(columns(row[place]) for row in rows) for place in range(3)]
    for first, second, third in rows:
        left = f"  {first}{' ' * (wide[0] - columns(first))}  {second}{' ' * (wide[1] - columns(second))}"
        yield f"{left}  {' ' * (wide[2] - columns(third))}{third}"
