"""文书所用的事实: every fact that a letter may ask for, with its Chinese name, its kind and its source.

The list is data (``facts.toml``), once for all documents, so that a case gives a fact once. What
:mod:`gongkai.statute.facts` knows keeps its name there.

>>> fact("search_words").name, fact("due_on").kind.value, fact("organ").source.words
('检索的关键词', 'deadline', '机关设置')

Source: 政府信息公开条例 arts. 29–44 (what letters tell).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from gongkai.statute.decisions import kinds
from gongkai.statute.events import Channel
from gongkai.statute.exemptions import grounds
from gongkai.statute.facts import facts as on_file
from gongkai.statute.review_bodies import organ_kinds
from gongkai.tables.form import form
from gongkai.values.errors import FormError


class Kind(StrEnum):
    """What a fact is: how it is checked and how it is printed."""

    TEXT = "text"
    CLAUSE = "clause"
    PASSAGE = "passage"
    DATE = "date"
    DEADLINE = "deadline"
    COUNT = "count"
    AMOUNT = "amount"
    FLAG = "flag"
    CHOICE = "choice"
    LIST = "list"
    ROWS = "rows"

    @property
    def words(self) -> str:
        """In Chinese, for lists and for sentences of errors."""
        return _KINDS[self]


_KINDS = {
    Kind.TEXT: "一行文字",
    Kind.CLAUSE: "文字",
    Kind.PASSAGE: "成句的文字",
    Kind.DATE: "日期",
    Kind.DEADLINE: "日期（印出星期）",
    Kind.COUNT: "非负整数",
    Kind.AMOUNT: "金额（整数，元）",
    Kind.FLAG: "是或者否",
    Kind.CHOICE: "选择",
    Kind.LIST: "若干项文字",
    Kind.ROWS: "若干行",
}


class Source(StrEnum):
    """Where a fact comes from."""

    ORGAN = "organ"
    CASE = "case"
    CLOCK = "clock"
    CLERK = "clerk"
    NUMBER = "number"
    COMPUTED = "computed"
    LETTER = "letter"

    @property
    def words(self) -> str:
        """In Chinese."""
        return _SOURCES[self]


_SOURCES = {
    Source.ORGAN: "机关设置",
    Source.CASE: "办理登记",
    Source.CLOCK: "期限计算",
    Source.CLERK: "承办人填写",
    Source.NUMBER: "编号",
    Source.COMPUTED: "程序计算",
    Source.LETTER: "所更正的文书",
}
_CHANNELS = {
    Channel.IN_PERSON: "当面",
    Channel.ORAL: "以口头方式",
    Channel.REGISTERED_MAIL: "以邮寄方式",
    Channel.PLAIN_MAIL: "以邮寄方式",
    Channel.INTERNET: "通过互联网渠道",
    Channel.EMAIL: "以电子邮件方式",
    Channel.FAX: "以传真方式",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: its key, its Chinese name, its kind and source.

    ``choices`` are the words of every key of a choice; ``columns`` the facts in each of the rows;
    ``optional`` is said of a column that a row may leave out.
    """

    key: str
    name: str
    kind: Kind
    source: Source
    choices: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, Fact] = field(default_factory=dict)
    optional: bool = False


def _lists() -> dict[str, dict[str, str]]:
    """The choices that stand elsewhere."""
    applicants = form("2021").table("applications").columns
    return {
        "@channels": {str(key): words for key, words in _CHANNELS.items()},
        "@organ_kinds": organ_kinds(),
        "@decisions": {kind.key: kind.title for kind in kinds()},
        "@grounds": tomllib.loads(
            files("gongkai.letters").joinpath("grounds.toml").read_text(encoding="utf-8")
        ),
        "@limbs": {limb: limb for ground in grounds() for limb in ground.limbs},
        "@applicants": {column.key: column.label for column in applicants if column.key != "total"},
    }


def _fact(data: Mapping[str, Any], names: Mapping[str, str], lists: Mapping[str, dict[str, str]]) -> Fact:
    key = data["key"]
    choices = data.get("choices", {})
    columns = data.get("columns", {})
    if "name" not in data and key not in names:
        raise FormError(f"fact {key!r} of the letters has no name")
    source = Source(data["source"])
    return Fact(
        key=key,
        name=data.get("name") or names[key],
        kind=Kind(data["kind"]),
        source=source,
        choices=lists[choices] if isinstance(choices, str) else choices,
        columns={
            name: _fact({"key": name, "source": source, **column}, names, lists)
            for name, column in columns.items()
        },
        optional=data.get("optional", False),
    )


@cache
def _by_key() -> dict[str, Fact]:
    text = files("gongkai.letters").joinpath("facts.toml").read_text(encoding="utf-8")
    names = {one.key: one.name for one in on_file()}
    lists = _lists()
    found = [_fact(data, names, lists) for data in tomllib.loads(text)["fact"]]
    keys = [one.key for one in found]
    if len(set(keys)) < len(keys):
        raise FormError(f"a fact of the letters stands twice: {sorted(k for k in keys if keys.count(k) > 1)}")
    return {one.key: one for one in found}


def vocabulary() -> tuple[Fact, ...]:
    """Every fact, in the order of the file."""
    return tuple(_by_key().values())


def fact(key: str) -> Fact:
    """The fact of that key; raises :class:`FormError` where there is none."""
    if key not in _by_key():
        raise FormError(f"the letters know no fact {key!r}")
    return _by_key()[key]
