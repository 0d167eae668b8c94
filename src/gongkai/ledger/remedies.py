"""复议与诉讼: cases of reconsideration and litigation about disclosure, and what became of each.

The subject is the case number of the reconsideration or of the suit. A case begins when it is accepted
(受理、立案); one that was not accepted is no case. An appeal makes a concluded case pending again. Which
column a result belongs to is data (``remedies.toml``), to be edited there.

Source: 国办公开办函〔2021〕30号; 政府信息公开条例 art. 51; law.md §2.5 (mapping and scope INFERRED).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from gongkai.ledger.entries import Entry, Ref, Refusal, check_adjustment
from gongkai.values.dates import day_words


class Path(StrEnum):
    """The three ways to a remedy: the rows (groups of cells) of the official table."""

    RECONSIDERATION = "reconsideration"
    LITIGATION_DIRECT = "litigation_direct"
    LITIGATION_AFTER_RECONSIDERATION = "litigation_after_reconsideration"


class Step(StrEnum):
    """What happened to the case."""

    ACCEPTED = "accepted"
    NOT_ACCEPTED = "not_accepted"
    CONCLUDED = "concluded"
    APPEALED = "appealed"
    VOIDED = "voided"


class Scope(StrEnum):
    """Which cases a year counts: those alive in it, or only those accepted in it."""

    ALIVE = "alive"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True)
class Result:
    """A result: its key, its word, its column in the official table, the path it belongs to, its article."""

    key: str
    word: str
    column: str
    path: str
    article: str


def _data() -> dict[str, Any]:
    return tomllib.loads(files("gongkai.ledger").joinpath("remedies.toml").read_text(encoding="utf-8"))


RESULTS: Mapping[str, Result] = MappingProxyType({r["key"]: Result(**r) for r in _data()["result"]})
DEFAULT_SCOPE = Scope(_data()["scope"])
_NEXT: Mapping[Step | None, frozenset[Step]] = MappingProxyType(
    {
        None: frozenset((Step.ACCEPTED, Step.NOT_ACCEPTED)),
        Step.ACCEPTED: frozenset((Step.CONCLUDED,)),
        Step.APPEALED: frozenset((Step.CONCLUDED,)),
        Step.CONCLUDED: frozenset((Step.APPEALED,)),
        Step.NOT_ACCEPTED: frozenset((Step.ACCEPTED,)),
    }
)
STEP_WORDS: Mapping[Step | None, str] = MappingProxyType(
    {
        None: "尚未受理",
        Step.ACCEPTED: "已受理",
        Step.APPEALED: "已上诉",
        Step.CONCLUDED: "已审结",
        Step.NOT_ACCEPTED: "未予受理",
        Step.VOIDED: "作废",
    }
)


@dataclass(frozen=True, slots=True)
class RemedyEntry(Entry):
    """One step of one case; ``application`` is the case number of the application it is about.

    ``path`` stands where the case is accepted, ``result`` (a key of :data:`RESULTS`) where it is concluded.
    ``body`` names who decides. ``count`` above 1 stands for cases counted together, with reason and
    signature.
    """

    step: Step
    path: Path | None = None
    application: str | None = None
    body: str | None = None
    result: str | None = None
    count: int = 1
    reason: str | None = None
    signed_by: str | None = None
    of: int | None = None

    def __post_init__(self) -> None:
        """Refuse what belongs to no cell."""
        check_adjustment(self.count, self.reason, self.signed_by)
        if self.step is Step.ACCEPTED and self.path is None:
            raise ValueError("受理时要写明途径：是复议，是直接起诉，还是先复议后起诉。")

    @property
    def takes_back(self) -> int | None:
        """The position named by a ``voided`` entry."""
        return self.of if self.step is Step.VOIDED else None

    @property
    def adjusts(self) -> bool:
        """True where it is counted by reason and signature."""
        return bool(self.reason)


@dataclass(frozen=True, slots=True)
class Remedy:
    """A case of remedy on a day. ``column`` is None while it is pending; ``by`` the entry that says so."""

    subject: str
    path: Path | None
    accepted_on: date | None
    concluded_on: date | None
    column: str | None
    by: Ref | None
    count: int
    adjusted: bool
    refusals: tuple[Refusal, ...]

    def counts_in(self, year: int, scope: Scope = DEFAULT_SCOPE) -> bool:
        """Whether a report about ``year``, at whose end this is the state, counts the case."""
        if self.accepted_on is None:
            return False
        if scope is Scope.ACCEPTED:
            return self.accepted_on.year == year
        return self.concluded_on is None or self.concluded_on.year >= year


def fold_remedy(entries: Iterable[RemedyEntry], day: date) -> Remedy:
    """One case at the end of ``day``; the entries stand, are in order and of one subject."""
    step: Step | None = None
    subject, opened, last = "", None, None
    refusals = []
    for entry in entries:
        if entry.on > day:
            break
        subject = entry.subject
        fault = _fault(entry, step, opened.path if opened else None)
        if fault:
            refusals.append(fault)
            continue
        step, last = entry.step, entry
        if step is Step.ACCEPTED:
            opened = entry
    concluded = last if step is Step.CONCLUDED else None
    return Remedy(
        subject=subject,
        path=opened.path if opened else None,
        accepted_on=opened.on if opened else None,
        concluded_on=concluded.on if concluded else None,
        column=RESULTS[concluded.result].column if concluded and concluded.result else None,
        by=last.ref if last else None,
        count=opened.count if opened else 0,
        adjusted=opened.adjusts if opened else False,
        refusals=tuple(refusals),
    )


def _fault(entry: RemedyEntry, step: Step | None, path: Path | None) -> Refusal | None:
    """Why an entry does not count after ``step``; None where it does."""
    where = f"复议、诉讼案件{entry.subject}第{entry.position}条（{day_words(entry.on)}）没有计入："
    if entry.step not in _NEXT[step]:
        why = (
            f"此时案件{STEP_WORDS[step]}，不能再登记“{STEP_WORDS[entry.step]}”。"
            "请核对日期和先后顺序；如属误登，请另记一条作废。"
        )
        return Refusal(entry.ref, entry.on, where + why, "《政府信息公开条例》第五十一条")
    if entry.step is Step.CONCLUDED:
        result = RESULTS.get(entry.result or "")
        if result is None or not (path or "").startswith(result.path):
            words = "、".join(r.word for r in RESULTS.values() if (path or "").startswith(r.path))
            said = result.word if result else entry.result or ""
            why = f"这类案件没有“{said}”这种结果。请从下列结果中选择：{words}。"
            return Refusal(entry.ref, entry.on, where + why, "《政府信息公开条例》第五十一条")
    return None
