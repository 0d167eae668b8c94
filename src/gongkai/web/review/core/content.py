"""What is reviewed, as everybody sees it: title, facts, numbered paragraphs, attachments; and its
fingerprint.

The fingerprint covers all of it, so a signature says exactly what was signed. The text of a paragraph is
taken as it is; nothing is trimmed or normalised before hashing.

>>> one = Content("关于开放日的公告", parts=(Part("正文", ("定于五月开放。",)),))
>>> one.fingerprint() == Content("关于开放日的公告", parts=(Part("正文", ("定于六月开放。",)),)).fingerprint()
False
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

ALGORITHMS = ("sha256", "sm3")
SHOWN = 8
"""So many digits of a fingerprint stand on the printed form, and are typed in from a form signed on paper."""


@dataclass(frozen=True, slots=True)
class Part:
    """A titled piece of the content, by paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with the content: its id, its official name, the SHA-256 of its bytes."""

    id: str
    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that a signature covers. The title holds nothing private: it stands in lists."""

    title: str
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    attachments: tuple[Attached, ...] = ()

    def fingerprint(self, algorithm: str = "sha256") -> str:
        """``sha256:`` (or ``sm3:``) and 64 hexadecimal digits."""
        text = json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return f"{algorithm}:{hashlib.new(algorithm, text.encode()).hexdigest()}"

    def matches(self, fingerprint: str) -> bool:
        """Whether this is the very content of that fingerprint, whichever of our algorithms made it."""
        algorithm = fingerprint.partition(":")[0]
        return algorithm in ALGORITHMS and self.fingerprint(algorithm) == fingerprint

    def places(self) -> list[tuple[str, str, str]]:
        """Every paragraph as (key, name, text): ``("1.2", "正文第2段", …)``; what a mark points to."""
        return [
            (f"{p}.{n}", f"{part.title}第{n}段", text)
            for p, part in enumerate(self.parts, 1)
            for n, text in enumerate(part.paragraphs, 1)
        ]

    def written(self) -> str:
        """As JSON, to be kept."""
        return json.dumps(asdict(self), ensure_ascii=False)


def short(fingerprint: str) -> str:
    """The digits that people compare, in capitals: ``3F09C1A2``."""
    return fingerprint.partition(":")[2][:SHOWN].upper()


def read(text: str) -> Content:
    """A content that was :meth:`Content.written`."""
    data: dict[str, Any] = json.loads(text)
    return Content(
        title=data["title"],
        facts=tuple((name, value) for name, value in data["facts"]),
        parts=tuple(Part(one["title"], tuple(one["paragraphs"])) for one in data["parts"]),
        attachments=tuple(Attached(**one) for one in data["attachments"]),
    )
