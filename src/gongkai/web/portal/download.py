"""The result as a file, without keeping it: the page sends its own data block back and gets it as an
attachment.

The block is parsed, its shape is checked and it is written anew, so that nothing but a report in the exchange
form can come out, always as an attachment that no browser renders.
"""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from gongkai.report.exchange import SCHEMA
from gongkai.values.errors import OverLimit, Refused

MOST_REPORTS = 200
MOST_CHARACTERS = 16_000_000
PIECE = 64 * 1024
"""Bytes sent at a time."""
TYPES = {
    "zip": "application/zip",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}


def reports_in(block: str) -> list[dict[str, Any]]:
    """The objects of a data block, one a line; raises :class:`FileError` for anything of another shape."""
    if len(block) > MOST_CHARACTERS:
        raise OverLimit("too_large", "结果数据过大，没有下载。请改用命令行工具取得结果。")
    try:
        lines = [line for line in block.replace("\r", "").split("\n") if line]
        found = [json.loads(line) for line in lines[: MOST_REPORTS + 1]]
    except (ValueError, RecursionError) as error:
        raise _shapeless() from error
    if (
        not found
        or len(found) > MOST_REPORTS
        or not all(_is_report(one) or _is_failure(one) for one in found)
    ):
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


def _is_failure(value: object) -> bool:
    """The line of a file that could not be read: its name and a sentence, nothing else."""
    if not isinstance(value, dict) or set(value) != {"source", "error"}:
        return False
    source, error = value["source"], value["error"]
    return (
        isinstance(source, dict)
        and isinstance(error, dict)
        and isinstance(source.get("file"), str)
        and isinstance(error.get("message"), str)
    )


def _shapeless() -> Refused:
    return Refused("shapeless", "收到的不是体检结果，没有下载。请回到首页重新体检，再点下载。")


def text_of(reports: list[dict[str, Any]]) -> str:
    """The objects as ``gongkai check --json`` prints them, one a line."""
    return "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)


def attachment(reports: list[dict[str, Any]]) -> HttpResponse:
    """The objects as a file."""
    data = text_of(reports).encode("utf-8", "replace")
    response = HttpResponse(data, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = _named("年报体检结果.json")
    return response


def streamed(data: bytes, name: str) -> StreamingHttpResponse:
    """The bytes as a file that no browser renders, sent in pieces."""
    pieces = (data[start : start + PIECE] for start in range(0, len(data), PIECE))
    kind = TYPES.get(name.rpartition(".")[2], "application/octet-stream")
    response = StreamingHttpResponse(pieces, content_type=kind)
    response.headers["Content-Length"] = str(len(data))
    response.headers["Content-Disposition"] = _named(name)
    return response


def _named(name: str) -> str:
    return content_disposition_header(as_attachment=True, filename=name) or "attachment"
