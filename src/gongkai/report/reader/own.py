"""The reader of our own JSON: one exchange object, or several as JSON Lines, straight to reports.

There is nothing to guess here, so no blocks are made. What ``gongkai check --json`` printed can be given
back to the commands as it is; lines that tell of a file that could not be read are passed over. Findings of
an earlier run are dropped: they are for the checks to make anew.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any, NoReturn

from gongkai.report.document import AnnualReport, Source
from gongkai.report.exchange_back import from_json
from gongkai.values.errors import Refused

NOT_JSON = "bad_json"
"""Code of the refusal of bytes that are no JSON."""


def reports(data: bytes, name: str | None = None) -> tuple[AnnualReport, ...]:
    """The reports that ``data`` (UTF-8, with or without a mark at its head) holds, in order.

    Where a ``name`` is given their source is this file of that name; otherwise it stays what they were once
    read from. Raises :class:`Refused` where it is no JSON (``bad_json``) or no report of ours
    (``bad_report_json``).
    """
    values = [value for value in _values(data) if not _tells_of_an_error(value)]
    if not values:
        raise Refused(NOT_JSON, "这份 JSON 里没有任何年度报告。请核对是否选对了文件。")
    found = [replace(from_json(value), findings=(), part=None) for value in values]
    if name is not None:
        source = Source(name, "json", hashlib.sha256(data).hexdigest())
        found = [replace(report, source=source) for report in found]
    if len(found) == 1:
        return (found[0],)
    return tuple(replace(report, part=(i, len(found))) for i, report in enumerate(found, 1))


def _values(data: bytes) -> list[Any]:
    """One JSON value, the members of a list, or a value a line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(NOT_JSON, "这份 JSON 不是 UTF-8 编码。请另存为 UTF-8 后重新提交。") from error
    try:
        whole = _parse(text)
    except ValueError:
        return [_line(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    return whole if isinstance(whole, list) else [whole]


def _line(number: int, line: str) -> Any:
    try:
        return _parse(line)
    except ValueError as error:
        raise Refused(NOT_JSON, f"第 {number} 行不是完整的 JSON。请核对文件是否被截断。") from error


def _parse(text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_constant, parse_float=_no_float)
    except RecursionError as error:
        raise Refused(NOT_JSON, "这份 JSON 层层嵌套过深，不是年度报告的交换格式。") from error


def _no_constant(name: str) -> NoReturn:
    raise Refused(NOT_JSON, f"这份 JSON 含有 {name}，不是合法的 JSON。")


def _no_float(text: str) -> str:
    """A decimal number as its text: amounts are strings in the exchange form, nothing else has a point."""
    return text


def _tells_of_an_error(value: Any) -> bool:
    return isinstance(value, dict) and "error" in value and "tables" not in value
