"""What differs between two versions of a letter, place by place, for whoever has to sign the new one.

>>> marked("于2026年3月2日收到", "于2026年3月5日收到")
'于2026年3月〔删：2〕〔增：5〕日收到'
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from gongkai.letters.paper import Paper, parts


@dataclass(frozen=True, slots=True)
class Change:
    """A place that differs: what stood there and what stands there now; "" where nothing did or does."""

    place: str
    before: str
    now: str

    @property
    def words(self) -> str:
        """The change in one Chinese line."""
        if not self.before:
            return f"{self.place}：新增“{self.now}”"
        if not self.now:
            return f"{self.place}：删去“{self.before}”"
        return f"{self.place}：{marked(self.before, self.now)}"


def changes(old: Paper, new: Paper) -> tuple[Change, ...]:
    """Every place where ``new`` differs from ``old``, in the order of print; none for papers of one digest.

    Paragraphs are paired by likeness, so that one put in between does not make all after it look changed.
    """
    before, now = list(parts(old)), list(parts(new))
    out = []
    matcher = SequenceMatcher(None, [t for _, t in before], [t for _, t in now], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            out += _paired(before[a:b], now[c:d])
    return tuple(change for change in out if change.before != change.now)


def _paired(before: list[tuple[str, str]], now: list[tuple[str, str]]) -> list[Change]:
    """The parts of a stretch that differs: those of one place or most alike together, the rest by itself."""
    out, left = [], list(before)
    for place, text in now:
        same = next((one for one in left if one[0] == place), None)
        if same is None or _likeness(same[1], text) < _ALIKE:
            alike = max(left, key=lambda one: _likeness(one[1], text), default=None)
            same = alike if alike and _likeness(alike[1], text) >= _ALIKE else same
        if same is None:
            out.append(Change(place, "", text))
        else:
            left.remove(same)
            out.append(Change(place, same[1], text))
    return [*out, *(Change(place, text, "") for place, text in left)]


_ALIKE = 0.5


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def pieces(before: str, now: str) -> tuple[tuple[str, str], ...]:
    """Two texts as one: each piece with ``same``, ``out`` (taken out) or ``in`` (put in), for a page."""
    out: list[tuple[str, str]] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if tag == "equal":
            out.append(("same", before[a:b]))
        else:
            out += [("out", before[a:b])] if b > a else []
            out += [("in", now[c:d])] if d > c else []
    return tuple(out)


_MARKS = {"same": "{}", "out": "〔删：{}〕", "in": "〔增：{}〕"}


def marked(before: str, now: str) -> str:
    """One text with what was taken out and put in marked, character by character."""
    return "".join(_MARKS[tag].format(text) for tag, text in pieces(before, now))
