"""What changed from one content to another: by paragraphs first, inside a changed paragraph by words.

A word is one CJK character, or a run of letters or digits; so a changed figure shows whole.

>>> [(p.tag, p.text) for p in pieces("共12件。", "共13件。")]
[('same', '共'), ('gone', '12'), ('new', '13'), ('same', '件。')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from gongkai.web.review.core.content import Content

WORD = re.compile(r"[A-Za-z]+|[0-9]+(?:\.[0-9]+)?|\s+|.", re.DOTALL)
ALIKE = 0.3
"""Two paragraphs less alike than this are shown as one gone and one new, not word by word."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text: ``same``, ``gone`` or ``new``."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the comparison: where it stands, its pieces, whether anything in it differs."""

    place: str
    pieces: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether something in it is gone or new."""
        return any(piece.tag != "same" for piece in self.pieces)


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """The two texts as one, word by word."""
    before, after = WORD.findall(old), WORD.findall(new)
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(Piece("same", "".join(before[a:b])))
            continue
        found += [
            Piece(t, text)
            for t, text in (("gone", "".join(before[a:b])), ("new", "".join(after[c:d])))
            if text
        ]
    return tuple(found)


def lines(old: Content, new: Content) -> list[Line]:
    """Every line of both contents, in order, with what is gone and what is new."""
    return list(_compared(_written(old), _written(new)))


def _written(content: Content) -> list[tuple[str, str]]:
    """The content as (place, text), everything that a signature covers."""
    found = [("标题", content.title)]
    found += list(content.facts)
    found += [(name, text) for _, name, text in content.places()]
    return found + [("附件", f"{one.name}（校验码{one.sha256[:8].upper()}）") for one in content.attachments]


def _compared(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[Line]:
    # By text alone: a paragraph pushed down by a new one before it is the same paragraph.
    matcher = SequenceMatcher(None, [text for _, text in old], [text for _, text in new], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield from (Line(place, (Piece("same", text),)) for place, text in new[c:d])
            continue
        pairs = min(b - a, d - c)
        for (_, was), (place, now) in zip(old[a : a + pairs], new[c : c + pairs], strict=True):
            yield Line(place, _changed(was, now))
        yield from (Line(place, (Piece("gone", text),)) for place, text in old[a + pairs : b])
        yield from (Line(place, (Piece("new", text),)) for place, text in new[c + pairs : d])


def _changed(was: str, now: str) -> tuple[Piece, ...]:
    if SequenceMatcher(None, was, now, autojunk=False).quick_ratio() < ALIKE:
        return tuple(piece for piece in (Piece("gone", was), Piece("new", now)) if piece.text)
    return pieces(was, now)
