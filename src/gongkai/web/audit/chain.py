"""How a line is bound to the one before it: pure functions over plain values.

The hash covers every field of the line and the hash before, in one canonical JSON text, by SHA-256 or SM3
(setting
``AUDIT_HASH``); the name of the algorithm stands in the line.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

FIRST = "0" * 64
"""The hash before the first line of a chain."""
ALGORITHMS = ("sha256", "sm3")


@dataclass(frozen=True, slots=True)
class Line:
    """The values of a line, free of the database."""

    chain: str
    number: int
    at: dt.datetime
    actor: str
    act: str
    subject: str
    data: Mapping[str, Any]
    algorithm: str
    previous: str
    hash: str = ""


def digest(text: str, algorithm: str) -> str:
    """The hash of a text as 64 hexadecimal digits."""
    return hashlib.new(algorithm, text.encode()).hexdigest()


def canonical(value: Any) -> str:
    """JSON with sorted keys and no blanks, so that equal values give equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_of(line: Line) -> str:
    """The hash that this line must carry."""
    at = line.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
    fields = [line.chain, line.number, at, line.actor, line.act, line.subject, line.data, line.previous]
    return digest(canonical(fields), line.algorithm)


def root_of(heads: Mapping[str, Any], algorithm: str) -> str:
    """The hash over all heads of a day."""
    return digest(canonical(heads), algorithm)


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a chain does not hold: the number of the line, and a sentence."""

    chain: str
    number: int
    sentence: str


def breaks(chain: str, lines: Iterable[Line], head: tuple[int, str]) -> Iterator[Break]:
    """Every place where the lines of one chain, in order, do not hold, the head included."""
    number, previous = 0, FIRST
    for line in lines:
        if line.number != number + 1:
            gap = f"第{number + 1}行之后接着第{line.number}行，中间的记录缺失或者次序被改动。"
            yield Break(chain, number + 1, gap)
        elif line.previous != previous:
            yield Break(chain, line.number, f"第{line.number}行与上一行接不上，有记录被改动、删除或者插入。")
        if line.algorithm not in ALGORITHMS or hash_of(line) != line.hash:
            yield Break(chain, line.number, f"第{line.number}行的内容与其校验值不符，内容被改动。")
        number, previous = line.number, line.hash
    if (number, previous if number else "") != head:
        yield Break(
            chain,
            number + 1,
            f"链尾应为第{head[0]}行，实际到第{number}行，末尾的记录被删除或者换成了旧的副本。",
        )
