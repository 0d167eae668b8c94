"""An invented table, as an office might have kept it."""

from __future__ import annotations

import datetime as dt

from gongkai.report.writer.rows import csv_rows, xlsx_rows
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.web.backlog.columns import COLUMNS
from gongkai.web.backlog.lines import Line, Reading, understood

TODAY = dt.date(2026, 11, 20)
READING = Reading(TODAY, Calendar.national(), lambda _: Settings.default())
FULL = {
    "提交渠道": "互联网渠道",
    "提交日期": "2026-03-02",
    "收到日期": "2026-03-03",
    "申请人类别": "自然人",
    "姓名或者名称": "示例甲",
    "联系电话": "000-0000-0000",
    "内容描述": "2025年人民调解经费决算",
    "事项": "人民调解经费",
    "办理结果": "可以公开，提供该信息",
    "决定日期": "2026-03-18",
    "发出日期": "2026-03-19",
}
OPEN = {
    "提交渠道": "当面提交",
    "提交日期": "2026年11月9日",
    "申请人类别": "商业企业",
    "姓名或者名称": "临溪示例商贸有限公司",
    "内容描述": "公证收费标准",
}


def line(**more: str) -> Line:
    """The full line with these cells instead; "" takes a cell out."""
    cells = {heading: text for heading, text in (FULL | more).items() if text}
    return understood([(2, cells)], READING)[0]


def cells(*lines: dict[str, str]) -> tuple[list[str], list[list[str]]]:
    headings = [column.heading for column in COLUMNS]
    return headings, [[one.get(heading, "") for heading in headings] for one in lines]


def workbook(*lines: dict[str, str]) -> bytes:
    """The lines as XLSX."""
    return xlsx_rows("申请台账", *cells(*lines))


def comma_separated(*lines: dict[str, str]) -> bytes:
    """The lines as CSV."""
    return csv_rows(*cells(*lines))
