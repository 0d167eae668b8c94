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

from gongkai.values.dates import day_words

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


@dataclass(frozen=True, slots=True)
class Anchor:
    """The heads of all chains on a day (number and hash by chain), and the hash over them."""

    day: dt.date
    heads: Mapping[str, Any]
    algorithm: str
    root: str


class Walk:
    """One chain, walked from its first line on."""

    def __init__(self, chain: str) -> None:
        self.chain = chain
        self.number = 0
        self.previous = FIRST

    def step(self, line: Line) -> Iterator[Break]:
        """What does not hold at the next line."""
        if line.number != self.number + 1:
            gap = f"第{self.number + 1}行之后接着第{line.number}行，中间的记录缺失或者次序被改动。"
            yield Break(self.chain, self.number + 1, gap)
        elif line.previous != self.previous:
            sentence = f"第{line.number}行与上一行接不上，有记录被改动、删除或者插入。"
            yield Break(self.chain, line.number, sentence)
        if line.algorithm not in ALGORITHMS or hash_of(line) != line.hash:
            yield Break(self.chain, line.number, f"第{line.number}行的内容与其校验值不符，内容被改动。")
        self.number, self.previous = line.number, line.hash

    def end(self, head: tuple[int, str]) -> Iterator[Break]:
        """What does not hold between the last line and the head."""
        if (self.number, self.previous if self.number else "") != head:
            yield Break(
                self.chain,
                self.number + 1,
                f"链尾应为第{head[0]}行，实际到第{self.number}行，末尾的记录被删除或者换成了旧的副本。",
            )


def breaks(
    lines: Iterable[Line], heads: Mapping[str, tuple[int, str]], anchors: Iterable[Anchor] = ()
) -> list[Break]:
    """Every place where a chain, its head or an anchor does not hold; lines of a chain come in order."""
    anchors = list(anchors)
    anchored = {(chain, number) for one in anchors for chain, (number, _) in one.heads.items()}
    there: dict[tuple[str, int], str] = {}
    walks: dict[str, Walk] = {}
    out: dict[str, list[Break]] = {}
    for line in lines:
        walk = walks.setdefault(line.chain, Walk(line.chain))
        out.setdefault(line.chain, []).extend(walk.step(line))
        if (line.chain, line.number) in anchored:
            there[line.chain, line.number] = line.hash
    for chain in {*walks, *heads}:
        walk = walks.setdefault(chain, Walk(chain))
        out.setdefault(chain, []).extend(walk.end(heads.get(chain, (0, ""))))
    return [one for chain in sorted(out) for one in out[chain]] + list(_against(anchors, there))


def _against(anchors: Iterable[Anchor], there: Mapping[tuple[str, int], str]) -> Iterator[Break]:
    for one in sorted(anchors, key=lambda anchor: anchor.day):
        if root_of(one.heads, one.algorithm) != one.root:
            yield Break("*", 0, f"{day_words(one.day)}的每日锚定值与其内容不符，锚定记录被改动。")
        for chain, (number, hash_) in one.heads.items():
            if number and there.get((chain, number)) != hash_:
                sentence = (
                    f"{day_words(one.day)}锚定的第{number}行已经不在或者不同，此前的记录被改动或者截断。"
                )
                yield Break(chain, number, sentence)
