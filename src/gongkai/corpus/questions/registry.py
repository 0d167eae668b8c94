"""The ready-made questions, found by file name: ``NAME.sql`` beside this file is the question ``NAME``.

At its head stand comments: ``-- title:`` and ``-- tells:`` for a person, then one line a column with its
Chinese heading, in the order of the result.

>>> question("late").title
'逾期公布的报告'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from gongkai.values.errors import Refused

_HEAD = re.compile(r"^-- (\w+): (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A question: name, title, what it tells, heading of each column, SQL."""

    name: str
    title: str
    tells: str
    headings: dict[str, str]
    sql: str


@cache
def questions() -> dict[str, Question]:
    """Every question by name, sorted."""
    pages = [page for page in files(__package__).iterdir() if page.name.endswith(".sql")]
    found = (_read(page.name.removesuffix(".sql"), page.read_text("utf-8")) for page in pages)
    return {one.name: one for one in sorted(found, key=lambda one: one.name)}


def question(name: str) -> Question:
    """The question of that name; raises :class:`Refused` with the names that there are."""
    if name not in questions():
        known = "、".join(questions())
        raise Refused("no_question", f"没有“{name}”这个问题。可用的有：{known}；也可以用 --sql 自己写。")
    return questions()[name]


def _read(name: str, text: str) -> Question:
    head = dict(_HEAD.findall(text))
    return Question(name, head.pop("title"), head.pop("tells"), head, text)
