"""A case as a file: its entries and settings, read from TOML for ``gongkai clock``.

Every ``[[entry]]`` has ``kind`` and ``on`` and what its kind carries; ``[settings]`` sets doubtful
points by name.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from gongkai.statute.case_words import KINDS
from gongkai.statute.events import Asked, Channel, Event, Kind
from gongkai.statute.settings import Settings
from gongkai.values.errors import Refused
from gongkai.values.syntax import fault_words


def text_of(name: str) -> str:
    """The text of a small file; raises :class:`Refused` where it cannot be read as text."""
    try:
        return Path(name).read_text(encoding="utf-8-sig")
    except OSError:
        raise Refused("not_found", f"打不开文件：{name}。请核对文件名和所在文件夹。") from None
    except UnicodeDecodeError:
        raise Refused("not_text", f"{name} 不是UTF-8编码的文本。请另存为UTF-8后再试。") from None


def read_case(name: str) -> tuple[tuple[Event, ...], Settings]:
    """The events of a case in the order of its file, and its settings.

    Raises :class:`Refused` for a file that is no case, :class:`NotAllowed` for a setting that cannot be made.
    """
    try:
        data = tomllib.loads(text_of(name))
    except tomllib.TOMLDecodeError as error:
        said = f"{name} 不是规范的TOML文本：{fault_words(error)}。请改正后再试。"
        raise Refused("not_a_case", said) from None
    unknown = sorted(set(data) - {"entry", "settings"})
    if unknown:
        raise Refused("not_a_case", f"{name} 中不认识“{unknown[0]}”，只能有 entry 和 settings。")
    entries = data.get("entry")
    if not isinstance(entries, list) or not entries:
        raise Refused("not_a_case", f"{name} 中没有记录。每条记录以 [[entry]] 开头，写明 kind 和 on。")
    events = tuple(_event(name, number, entry) for number, entry in enumerate(entries, 1))
    settings = data.get("settings", {})
    if not isinstance(settings, dict):
        raise Refused("not_a_case", f"{name} 的 settings 应当是一张表（[settings]）。")
    return events, Settings.default().using(settings)


def _event(name: str, number: int, entry: object) -> Event:
    where = f"{name} 第{number}条记录"
    if not isinstance(entry, Mapping):
        raise Refused("not_a_case", f"{where}不是一张表，应当以 [[entry]] 开头。")
    for key in ("kind", "on"):
        if key not in entry:
            raise Refused("not_a_case", f"{where}没有写“{key}”。每条记录都要写明 kind 和 on。")
    values = {}
    for key, value in entry.items():
        if key not in READERS:
            raise Refused("not_a_case", f"{where}中不认识“{key}”。可用的有：{'、'.join(READERS)}。")
        values[key] = READERS[key](where, key, value)
    return Event(**values)


def _day(where: str, key: str, value: object) -> dt.date:
    if type(value) is not dt.date:
        raise Refused("not_a_case", f"{where}的“{key}”不是日期，应写成 2026-03-02 的样子，不加引号。")
    return value


def _number(where: str, key: str, value: object) -> int:
    if type(value) is not int:
        raise Refused("not_a_case", f"{where}的“{key}”应当是整数，不加引号。")
    return value


def _text(where: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        raise Refused("not_a_case", f"{where}的“{key}”应当是文字，加引号。")
    return value


def _texts(where: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Refused("not_a_case", f'{where}的“{key}”应当写成 ["…", "…"] 的样子。')
    return tuple(value)


def _one_of(words: type[StrEnum]) -> Callable[[str, str, object], Any]:
    def read(where: str, key: str, value: object) -> StrEnum:
        try:
            return words(value)  # type: ignore[arg-type]  # what is no member is refused
        except ValueError:
            may = "、".join(_named(one) for one in words)
            raise Refused("not_a_case", f"{where}的“{key}”不能是“{value}”，可用的有：{may}。") from None

    return read


def _named(word: StrEnum) -> str:
    return f"{word}（{KINDS[word]}）" if isinstance(word, Kind) else str(word)


READERS: dict[str, Callable[[str, str, object], Any]] = {
    "kind": _one_of(Kind),
    "on": _day,
    "channel": _one_of(Channel),
    "id": _text,
    "to": _one_of(Asked),
    "notice_received_on": _day,
    "until": _day,
    "days": _number,
    "approved_by": _text,
    "amount": _number,
    "decision": _text,
    "of": _number,
    "facts": _texts,
}
"""How each key of an entry is read."""
