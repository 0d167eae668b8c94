"""有疑义之处的取舍: the doubtful points of the law, each with a name, a default, and what may be chosen.

What the Regulation leaves open is never a constant in a rule: it is one of these. They stand in
``settings.toml``; a case file or an organ may set some of them by name (``"ext.reset" = true``) or by number
(``A9 = true``).

>>> Settings.default().of("correction.days")
10
>>> Settings.default().using({"ext.reset": True}).of("A9")
True
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from gongkai.values.errors import NotAllowed

Choice = str | int | bool
MARKS = {
    "VERIFIED": "已核对原文",
    "INFERRED": "推断，条文没有写明",
    "RECALLED": "凭记忆，未核对原文",
    "HABIT": "工作习惯，法律没有规定",
}
"""How well a default is founded, in Chinese."""
ARTICLE = "《中华人民共和国政府信息公开条例》（国务院令第711号）未作规定，由行政机关自行确定"


@dataclass(frozen=True, slots=True)
class Point:
    """One doubtful point: its number and name, the reading taken, how well founded, what may be chosen."""

    id: str
    name: str
    default: Choice
    mark: str
    title: str
    explanation: str
    choices: tuple[str, ...] = ()
    fixed: str = ""
    """Why nothing but the default can be taken, where that is so."""
    low: int | None = None
    high: int | None = None

    def check(self, value: object) -> Choice:
        """The value, if it may be chosen here; raises :class:`NotAllowed` saying what may."""
        if self.fixed and value != self.default:
            raise NotAllowed(f"设置“{self.name}”（{self.title}）不能改变：{self.fixed}", ARTICLE)
        if isinstance(self.default, bool):
            if isinstance(value, bool):
                return value
            raise self._unusable(value, "true 或者 false")
        if self.choices:
            if isinstance(value, str) and value in self.choices:
                return value
            raise self._unusable(value, "、".join(self.choices))
        if type(value) is int and (self.low or 0) <= value and (self.high is None or value <= self.high):
            return value
        raise self._unusable(value, f"{self.low} 到 {self.high} 的整数")

    @property
    def mark_words(self) -> str:
        """How well the default is founded, in Chinese."""
        return MARKS[self.mark]

    def options(self) -> tuple[Choice, ...]:
        """What may be chosen where that is a list; empty for a number."""
        if isinstance(self.default, bool):
            return (True, False)
        return self.choices

    def words(self, value: Choice) -> str:
        """What a value means: its part of the explanation; a number stands for itself."""
        starts = sorted(
            (at, written(one))
            for one in self.options()
            if (at := self.explanation.find(f"{written(one)}：")) >= 0
        )
        for place, (at, key) in enumerate(starts):
            if key == written(value):
                end = starts[place + 1][0] if place + 1 < len(starts) else len(self.explanation)
                return self.explanation[at + len(key) + 1 : end].strip()
        return written(value)

    def _unusable(self, value: object, may: str) -> NotAllowed:
        return NotAllowed(f"设置“{self.name}”（{self.title}）不能是“{value}”，只能是{may}。", ARTICLE)


def written(value: Choice) -> str:
    """A value as the files write it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


@cache
def points() -> tuple[Point, ...]:
    """All points in the order of their file."""
    text = files("gongkai.statute").joinpath("settings.toml").read_text(encoding="utf-8")
    return tuple(
        Point(**{**one, "choices": tuple(one.get("choices", ()))}) for one in tomllib.loads(text)["point"]
    )


def point(key: str) -> Point:
    """The point of that name or number; raises :class:`NotAllowed` where there is none."""
    for one in points():
        if key in (one.name, one.id):
            return one
    known = "、".join(f"{one.name}（{one.id}）" for one in points())
    raise NotAllowed(f"没有“{key}”这项设置。可用的设置有：{known}。", ARTICLE)


@dataclass(frozen=True, slots=True)
class Reading:
    """How the clock reads the law: A1 (two), A23 (two), A2, A3, A4, A5, A6, A7, A8, A9, A10, S1, S2."""

    strict_rolls: bool
    lenient_rolls: bool
    strict_from_submission: bool
    lenient_from_submission: bool
    first_day_counts: bool
    timely_by_delivery: bool
    late_notice_restarts: bool
    restart_from_next_day: bool
    correction_days: int
    consultation_from_receipt: bool
    late_opinion_excluded: bool
    extension_resets: bool
    reasons_stop: bool
    fee_restarts: bool
    other_organ_days: int


@dataclass(frozen=True)
class Settings:
    """A value for every point. Immutable; the clock reads the named fields."""

    values: tuple[Choice, ...]

    @staticmethod
    def default() -> Settings:
        """Every point at its default."""
        return _default()

    def using(self, changes: Mapping[str, object]) -> Settings:
        """With some points set, by name or number; nested tables (``[settings.ext]``) are read as
        dotted names.

        Raises :class:`NotAllowed` for an unknown name or a value that may not be chosen.
        """
        values = list(self.values)
        for key, value in _flat(changes):
            one = point(key)
            values[points().index(one)] = one.check(value)
        return Settings(tuple(values))

    @cached_property
    def reading(self) -> Reading:
        """The points that bear on the clock, by plain names."""
        weekend, unconfirmed = self.of("receipt.weekend"), self.of("receipt.unconfirmed")
        return Reading(
            strict_rolls=weekend == "lenient",
            lenient_rolls=weekend != "strict",
            strict_from_submission=unconfirmed != "confirmation",
            lenient_from_submission=unconfirmed == "submission",
            first_day_counts=self.of("period.first_day") == "same",
            timely_by_delivery=self.of("reply.timely_by") == "delivery",
            late_notice_restarts=bool(self.of("correction.late_notice_restarts")),
            restart_from_next_day=self.of("correction.base") == "next_day",
            correction_days=int(self.of("correction.days")),
            consultation_from_receipt=self.of("consultation.from") == "receipt",
            late_opinion_excluded=bool(self.of("consultation.late_opinion_excluded")),
            extension_resets=bool(self.of("ext.reset")),
            reasons_stop=bool(self.of("reasons.stop")),
            fee_restarts=bool(self.of("fee.restart")),
            other_organ_days=int(self.of("consultation.other_organ_days")),
        )

    def of(self, key: str) -> Choice:
        """The value of the point of that name or number."""
        return self.values[points().index(point(key))]


@cache
def _default() -> Settings:
    return Settings(tuple(one.default for one in points()))


def _flat(changes: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    for key, value in changes.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value
