"""The result as a file, without keeping it: the page sends its own data block back and gets it as an
attachment.

The block is parsed, its shape is checked and it is written anew, so that nothing but a report in the exchange
form can come out, always as an attachment that no browser renders.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from gongkai.report.exchange import SCHEMA
from gongkai.values.errors import OverLimit, Refused

MOST_REPORTS = 200
MOST_CHARACTERS = 16_000_000


def reports_in(block: str) -> list[dict[str, Any]]:
    """The objects of a data block, one a line; raises :class:`FileError` for anything of another shape."""
    if len(block) > MOST_CHARACTERS:
        raise OverLimit("too_large", "结果数据过大，没有下载。请改用命令行工具取得结果。")
    try:
        lines = [line for line in block.replace("\r", "").split("\n") if line]
        found = [json.loads(line) for line in lines[: MOST_REPORTS + 1]]
    except (ValueError, RecursionError) as error:
        raise _shapeless() from error
    if not found or len(found) > MOST_REPORTS or not all(map(_is_report, found)):
        raise _shapeless()
    return found


def _is_report(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.get("schema") == SCHEMA
        and isinstance(value.get("source"), dict)
        and isinstance(value.get("tables"), dict)
        and isinstance(value.get("findings"), list)
    )


def _shapeless() -> Refused:
    return Refused("shapeless", "收到的不是体检结果，没有下载。请回到首页重新体检，再点下载。")


def attachment(reports: list[dict[str, Any]]) -> HttpResponse:
    """The objects as ``gongkai check --json`` prints them, one a line."""
    text = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    response = HttpResponse(text.encode("utf-8", "replace"), content_type="application/json; charset=utf-8")
    header = content_disposition_header(as_attachment=True, filename="年报体检结果.json")
    response.headers["Content-Disposition"] = header or "attachment"
    return response
