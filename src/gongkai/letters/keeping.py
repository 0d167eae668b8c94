"""Papers and facts as JSON, to be kept and read again: an old version is shown as it was, never filled anew.

>>> facts_of(facts_text({"received_on": __import__("datetime").date(2026, 3, 2), "applicant": "周试一"}))
{'received_on': datetime.date(2026, 3, 2), 'applicant': '周试一'}

Source: 政府信息公开条例 art. 45 (归档): what was sent must be found again, word by word.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from gongkai.letters.paper import Paper, PaperBody, PaperCell, PaperTable, Sheet
from gongkai.letters.vocabulary import Fact, Kind, vocabulary

_DAYS = (Kind.DATE, Kind.DEADLINE)


def facts_text(facts: Mapping[str, Any]) -> str:
    """Facts as JSON; days are written YYYY-MM-DD. Raises ``TypeError`` for what no fact can be."""
    return json.dumps(facts, ensure_ascii=False, default=_iso)


def _iso(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no fact of a letter: {type(value).__name__}")


def facts_of(text: str) -> dict[str, Any]:
    """The facts that :func:`facts_text` wrote; what the vocabulary no longer knows stays as written."""
    known = {one.key: one for one in vocabulary()}
    return {key: _read(known.get(key), value) for key, value in json.loads(text).items()}


def _read(one: Fact | None, value: Any) -> Any:
    if one is None:
        return value
    if one.kind in _DAYS:
        return dt.date.fromisoformat(value)
    if one.kind is Kind.ROWS:
        return [{key: _read(one.columns.get(key), cell) for key, cell in row.items()} for row in value]
    return value


def paper_text(paper: Paper) -> str:
    """A paper as JSON."""
    return json.dumps(asdict(paper), ensure_ascii=False)


def paper_of(text: str) -> Paper:
    """The paper that :func:`paper_text` wrote, equal to it."""
    data = json.loads(text)
    sheets = tuple(Sheet(one["title"], _body(one["body"])) for one in data.pop("sheets"))
    lists = {key: tuple(data.pop(key)) for key in ("title", "enclosures", "day")}
    return Paper(**data | lists | {"body": _body(data["body"]), "sheets": sheets})


def _body(data: Mapping[str, Any]) -> PaperBody:
    table = data["table"] and _table(data["table"])
    return PaperBody(tuple(data["paragraphs"]), table, tuple(data["after"]))


def _table(data: Mapping[str, Any]) -> PaperTable:
    rows = tuple(tuple(PaperCell(**cell) for cell in row) for row in data["rows"])
    return PaperTable(tuple(data["widths"]), data["head"], rows)
