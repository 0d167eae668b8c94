"""What a person decided about findings, kept beside the report and laid on the next run.

A disposition names a finding by its :attr:`~gongkai.values.findings.Finding.key`: rule, place and values. It
survives any number of runs and falls away (is *stale*) as soon as a value changes, since then the finding
is another.

The file is TOML with ``[[disposition]]`` tables, or JSON with a list (bare or under ``"dispositions"``)::

    [[disposition]]
    key = ["R304", "applications", "newly_received", "total", "", "0", "2"]
    state = "confirmed"            # confirmed 属实 | dismissed 不是问题 | corrected 已更正
    reason = "总计漏填，已通知更正"
    by = "某某"
    on = 2025-03-01
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from gongkai.values.errors import Refused
from gongkai.values.findings import Finding
from gongkai.values.syntax import fault_words

_KEY_PARTS = 7


class State(StrEnum):
    """What was decided."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    CORRECTED = "corrected"

    @property
    def label(self) -> str:
        """The word that a Chinese reader sees."""
        return {"confirmed": "属实", "dismissed": "不是问题", "corrected": "已更正"}[self.value]


@dataclass(frozen=True, slots=True)
class Disposition:
    """One decision: the finding's key, what was decided, why, by whom, on which day."""

    key: tuple[str, ...]
    state: State
    reason: str
    by: str
    on: date

    def as_json(self) -> dict[str, str]:
        """What is added to a finding under ``"disposition"``; the key is the finding's own and left out."""
        return {"state": self.state.value, "reason": self.reason, "by": self.by, "on": self.on.isoformat()}


@dataclass(frozen=True, slots=True)
class Applied:
    """Findings in their order, each with the decision about it or None, and the decisions that fit none
    any more.
    """

    pairs: tuple[tuple[Finding, Disposition | None], ...]
    stale: tuple[Disposition, ...]

    def as_json(self) -> list[dict[str, Any]]:
        """The findings in the exchange form, ``"disposition"`` added where there is one."""
        return [f.as_json() | ({"disposition": d.as_json()} if d else {}) for f, d in self.pairs]


def apply(findings: Iterable[Finding], dispositions: Iterable[Disposition]) -> Applied:
    """Lay decisions on findings; of two decisions about one finding the later day holds, then the later
    in the file.
    """
    by_key: dict[tuple[str, ...], Disposition] = {}
    for disposition in sorted(dispositions, key=lambda d: d.on):
        by_key[disposition.key] = disposition
    pairs = tuple((finding, by_key.get(finding.key)) for finding in findings)
    met = {finding.key for finding, _ in pairs}
    return Applied(pairs, tuple(d for key, d in by_key.items() if key not in met))


def load(path: Path) -> tuple[Disposition, ...]:
    """Read a file of decisions, JSON by its name ending in ``.json``, else TOML.

    Raises :class:`~gongkai.values.errors.Refused` (code ``dispositions``) with the place and what is
    wrong there.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _refused(path, "文件打不开或者不是 UTF-8 编码") from error
    return loads(text, path)


def loads(text: str, path: Path) -> tuple[Disposition, ...]:
    """Read decisions from text; ``path`` tells the format and names the file in errors."""
    entries = _entries(text, path)
    return tuple(_disposition(entry, path, number) for number, entry in enumerate(entries, 1))


def _entries(text: str, path: Path) -> list[Any]:
    try:
        data = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        raise _refused(path, f"格式有误（{fault_words(error)}）") from error
    if isinstance(data, Mapping):
        data = data.get("dispositions", data.get("disposition"))
    if not isinstance(data, list):
        raise _refused(path, "没有找到处置记录，应为一个列表，或者若干个 [[disposition]]")
    return data


def _disposition(entry: Any, path: Path, number: int) -> Disposition:
    where = f"第 {number} 条"
    if not isinstance(entry, Mapping):
        raise _refused(path, f"{where}不是一条记录")
    missing = [name for name in ("key", "state", "reason", "by", "on") if not entry.get(name)]
    if missing:
        raise _refused(path, f"{where}缺少 {'、'.join(missing)}")
    return Disposition(
        key=_key(entry["key"], path, where),
        state=_state(entry["state"], path, where),
        reason=str(entry["reason"]),
        by=str(entry["by"]),
        on=_day(entry["on"], path, where),
    )


def _key(value: Any, path: Path, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) != _KEY_PARTS or not all(isinstance(p, str) for p in value):
        raise _refused(path, f"{where}的 key 应为 {_KEY_PARTS} 段文字，请照抄核对结果里的 key")
    return tuple(value)


def _state(value: Any, path: Path, where: str) -> State:
    try:
        return State(value)
    except ValueError as error:
        known = "、".join(f"{state.value}（{state.label}）" for state in State)
        raise _refused(path, f"{where}的 state“{value}”不认识，可用的有：{known}") from error


def _day(value: Any, path: Path, where: str) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise _refused(path, f"{where}的 on“{value}”不是日期，应写成 2025-03-01 的样子") from error


def _refused(path: Path, what: str) -> Refused:
    return Refused("dispositions", f"处置记录文件“{path.name}”：{what}。请改正后再核对。")
