"""法定参数: statutory values as dated data, each with its article.

A parameter is a file ``parameters/<id>.toml`` with one ``[[value]]`` for each day from which a value holds.
There are no end dates and no fallback: the value in force on a day is the one with the latest ``from`` not
after it, and a day before the first one is an error. No module holds a statutory number of its own.

>>> import datetime as dt
>>> value_on("annual_report_deadline", dt.date(2025, 1, 1)).since
datetime.date(2019, 5, 15)
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.values.dates import day_words
from gongkai.values.errors import FormError, NotInForce


@dataclass(frozen=True)
class Value:
    """A parameter's value: the first day it holds, the article it rests on, its content as in the file."""

    since: dt.date
    article: str
    content: Mapping[str, Any]


@dataclass(frozen=True)
class Parameter:
    """A dated parameter: its values in the order of time, and the day it was last read against the law."""

    id: str
    title: str
    values: tuple[Value, ...]
    verified_on: dt.date

    def on(self, day: dt.date) -> Value:
        """The value in force on ``day``; raises :class:`NotInForce` before the first one."""
        standing = [value for value in self.values if value.since <= day]
        if not standing:
            since = day_words(self.values[0].since)
            raise NotInForce(f"“{self.title}”的规定自{since}起施行，{day_words(day)}尚无可用的规定。")
        return standing[-1]


def load(text: str) -> Parameter:
    """A parameter from the text of its file; raises :class:`FormError` where its dates do not rise."""
    data = tomllib.loads(text)
    values = tuple(
        Value(v["from"], v["article"], {k: c for k, c in v.items() if k not in ("from", "article")})
        for v in data["value"]
    )
    since = [value.since for value in values]
    if since != sorted(set(since)):
        raise FormError(f"the dates of parameter {data['id']!r} do not rise strictly")
    return Parameter(data["id"], data["title"], values, data["verified"]["on"])


@cache
def parameter(id: str) -> Parameter:
    """The parameter of that id; raises :class:`FormError` where no such file stands."""
    source = files("gongkai.statute").joinpath("parameters", f"{id}.toml")
    if not source.is_file():
        raise FormError(f"no parameter {id!r}")
    return load(source.read_text(encoding="utf-8"))


def value_on(id: str, day: dt.date) -> Value:
    """The value of parameter ``id`` in force on ``day``; raises :class:`NotInForce` before its first date."""
    return parameter(id).on(day)
