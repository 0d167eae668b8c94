"""Typed ways to take values out of JSON that comes from outside, with the path of each for the message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from gongkai.values.errors import Refused

WRONG_SHAPE = "bad_report_json"
"""Code of the refusal of an object that is no report."""

_REQUIRED = object()


class Entry:
    """An object of the JSON with its path; every taking raises :class:`Refused` where the type is another."""

    def __init__(self, value: object, path: str) -> None:
        self.path = path
        if not isinstance(value, dict):
            raise Refused(WRONG_SHAPE, f"这份 JSON 不是年度报告的交换格式：{path or '最外层'}应为对象。")
        self.value: dict[str, Any] = value

    def wrong(self, key: str, why: str) -> Refused:
        """The refusal for one key of this object."""
        at = f"{self.path}.{key}" if self.path else key
        return Refused(WRONG_SHAPE, f"这份 JSON 不是年度报告的交换格式：“{at}”{why}。请核对后重新提交。")

    def has(self, key: str) -> bool:
        """True where the key stands with anything but null."""
        return self.value.get(key) is not None

    def text(self, key: str, default: object = _REQUIRED) -> str:
        """A string; raises where it is none and no default is given."""
        value = self.value.get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, "应为文字")
        return value

    def maybe_text(self, key: str) -> str | None:
        """A string or None."""
        return self.text(key) if self.has(key) else None

    def whole(self, key: str) -> int:
        """An integer, not a boolean."""
        value = self.value.get(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, "应为整数")
        return value

    def maybe_whole(self, key: str) -> int | None:
        """An integer or None."""
        return self.whole(key) if self.has(key) else None

    def truth(self, key: str) -> bool:
        """A boolean."""
        value = self.value.get(key)
        if not isinstance(value, bool):
            raise self.wrong(key, "应为 true 或 false")
        return value

    def maybe_day(self, key: str) -> date | None:
        """An ISO date or None."""
        if not self.has(key):
            return None
        try:
            return date.fromisoformat(self.text(key))
        except ValueError as error:
            raise self.wrong(key, "应为形如 2025-01-31 的日期") from error

    def scalar(self, key: str) -> int | str | None:
        """An integer, a string or None."""
        value = self.value.get(key)
        if value is not None and (isinstance(value, bool) or not isinstance(value, int | str)):
            raise self.wrong(key, "应为整数、文字或 null")
        return value

    def inner(self, key: str) -> Entry:
        """The object under a key; an empty one where the key is not there."""
        return Entry(self.value.get(key, {}), f"{self.path}.{key}" if self.path else key)

    def items(self, key: str) -> list[Any]:
        """The list under a key; empty where the key is not there."""
        value = self.value.get(key, [])
        if not isinstance(value, list):
            raise self.wrong(key, "应为数组")
        return value

    def each(self, key: str) -> Iterator[Entry]:
        """The objects of the list under a key."""
        for index, value in enumerate(self.items(key)):
            yield Entry(value, f"{self.path}.{key}[{index}]" if self.path else f"{key}[{index}]")

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self.items(key)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(key, "应为文字的数组")
        return tuple(values)

    def span(self, key: str) -> tuple[int, int]:
        """Two integers: start and end in code points."""
        values = self.items(key)
        if len(values) != 2 or not all(type(value) is int for value in values):
            raise self.wrong(key, "应为两个整数：起点和终点")
        return values[0], values[1]
