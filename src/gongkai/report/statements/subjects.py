"""The vocabulary of what a figure can be about, read from :file:`subjects.toml`, and which one a clause
speaks of.

``gongkai schema`` prints :func:`vocabulary`. A name such as ``applications.received`` may be told in
several ways, each a :class:`Wording`; the first wording whose words end at the number is taken.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any, Final

from gongkai.report.statements.numbers import Figure

_DATA: Final[dict[str, Any]] = tomllib.loads(
    files("gongkai.report.statements").joinpath("subjects.toml").read_text(encoding="utf-8")
)
OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class Subject:
    """A name of the vocabulary, what it is called in Chinese, and the cells it is held against, if any."""

    name: str
    label: str
    about_disclosure: bool = True
    expected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to tell a subject: words before (``pattern``) or after (``tail``) the number, and what they
    are held to.

    ``firm`` is False where a figure that is not equal proves nothing. ``of`` names the totals it is a
    part of.
    """

    subject: Subject
    keys: tuple[str, ...]
    pattern: re.Pattern[str] | None
    tail: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    tail_unless: re.Pattern[str] | None
    before_unless: re.Pattern[str] | None
    needs: str
    units: frozenset[str]
    expected: tuple[str, ...]
    also: tuple[str, ...]
    maybe: tuple[str, ...]
    firm: bool
    of: tuple[str, ...]

    def tells(self, core: str, near: str, tail: str, before: str) -> bool:
        """True where these words before and after a number tell this subject. ``core`` is ``near``
        without fillers.
        """
        if self.unless is not None and self.unless.search(near):
            return False
        if self.tail_unless is not None and self.tail_unless.search(tail):
            return False
        if self.before_unless is not None and self.before_unless.search(before):
            return False
        if self.pattern is not None and self.pattern.search(core):
            return True
        return self.tail is not None and self.tail.search(tail) is not None


def _pattern(entry: dict[str, Any], key: str, ending: str = "") -> re.Pattern[str] | None:
    return re.compile(f"(?:{entry[key]}){ending}") if key in entry else None


def _wording(entry: dict[str, Any]) -> Wording:
    expected = tuple(entry.get("expected", ()))
    subject = Subject(
        entry["name"], entry["label"], entry.get("about", "disclosure") == "disclosure", expected
    )
    return Wording(
        subject,
        tuple(entry["keys"]),
        _pattern(entry, "pattern", "$"),
        _pattern(entry, "tail"),
        _pattern(entry, "unless"),
        _pattern(entry, "tail_unless"),
        _pattern(entry, "before_unless"),
        entry.get("needs", ""),
        frozenset(entry.get("units", ())),
        expected,
        tuple(entry.get("also", ())),
        tuple(entry.get("maybe", ())),
        entry.get("firm", True),
        tuple(entry.get("of", ())),
    )


_ALL: Final = tuple(map(_wording, _DATA["subject"]))
_LATE: Final = tuple(w for w in _ALL if w.subject.name.startswith("published."))
_EARLY: Final = tuple(w for w in _ALL if w not in _LATE)
_BY_UNIT: Final = {
    unit: tuple(w for w in _EARLY if unit in w.units)
    for unit in frozenset().union(*(w.units for w in _EARLY))
}
CHANNEL: Final = re.compile("|".join(f"(?P<{c['name']}>{c['words']})" for c in _DATA["channel"]))
_METRICS: Final = tuple(
    (m["name"], m["label"], re.compile(m["words"]), frozenset(m["units"])) for m in _DATA["metric"]
)
_LABELS: Final = {c["name"]: c["label"] for c in _DATA["channel"]}
FOREIGN: Final = Subject(_DATA["foreign"]["subject"], _DATA["foreign"]["label"], about_disclosure=False)
UNKNOWN: Final = Subject(OTHER, "其他数字")
SHARE: Final = Subject("share", "所占比例")
PARTITIONS: Final = tuple((frozenset(p["parts"]), frozenset(p["of"])) for p in _DATA["partition"])
OUTCOMES: Final = {key: frozenset(names) for key, names in _DATA["outcomes"].items()}
_COURTS: Final = {
    "reconsideration": "reconsideration",
    "litigation": "litigation_direct+litigation_after_reconsideration",
}


@cache
def plain_wording(subject: Subject) -> Wording:
    """A wording for a subject that no table holds."""
    return Wording(subject, (), None, None, None, None, None, "", frozenset(), (), (), (), False, ())


@cache
def result(court: str, column: str, label: str, firm: bool = True) -> Wording:
    """The wording of a result (upheld, overturned …) of reconsideration or litigation."""
    expected = (f"remedies:{_COURTS[court]}:{column}",)
    subject = Subject(f"{court}.{column}", label, True, expected)
    return replace(plain_wording(subject), expected=expected, firm=firm)


@cache
def channel_subject(channel: str, metric: str, label: str) -> Subject:
    """The subject of a metric of a channel, such as ``channel.website.posts``."""
    return Subject(f"channel.{channel}.{metric}", f"{_LABELS[channel]}：{label}")


def _of_channel(channel: str, near: str, unit: str) -> Wording | None:
    for name, label, words, units in _METRICS:
        if unit in units and words.search(near):
            return plain_wording(channel_subject(channel, name, label))
    return None


def find(
    words: tuple[str, str, str, str],
    figure: Figure,
    topic: str,
    channel: str | None,
    court: tuple[str, bool] | None,
) -> Wording | None:
    """What the figure is about, or None.

    ``words`` are the clause before it without fillers and with them, the words after it, the sentence
    before it; ``channel`` the last one named before it in the sentence, ``court`` the last total told and
    whether it was firm.
    """
    core, near, tail, before = words
    around = near + tail
    for wording in _BY_UNIT.get(figure.unit, ()):
        for key in wording.keys:
            if key in around:
                break
        else:
            continue
        if (wording.needs == "applications" and topic != wording.needs) or (wording.of and court is None):
            continue
        if wording.tells(core, near, tail, before):
            if wording.of and court is not None:
                column = wording.subject.name.partition(".")[2]
                return result(court[0], column, wording.subject.label, court[1])
            return wording
    if channel is not None:
        wording_or_none = _of_channel(channel, near, figure.unit)
        if wording_or_none is not None:
            return wording_or_none
    for wording in _LATE:
        if figure.unit in wording.units and wording.tells(core, near, tail, before):
            return wording
    return None


def wording_of(name: str) -> Wording:
    """The first wording of a subject; raises StopIteration for a name that is not in the vocabulary."""
    return next(w for w in _ALL if w.subject.name == name)


@cache
def vocabulary() -> tuple[Subject, ...]:
    """Every subject that a statement can have, each once, in the order of the data."""
    names: dict[str, Subject] = {}
    for wording in _ALL:
        if not wording.of:
            names.setdefault(wording.subject.name, wording.subject)
            continue
        for court in wording.of:
            made = result(court, wording.subject.name.partition(".")[2], wording.subject.label).subject
            names.setdefault(made.name, made)
    for channel in _LABELS:
        for metric, label, _, _ in _METRICS:
            made = channel_subject(channel, metric, label)
            names.setdefault(made.name, made)
    for subject in (SHARE, FOREIGN, UNKNOWN):
        names.setdefault(subject.name, subject)
    return tuple(names.values())
