"""主动公开: rules and normative documents issued, repealed, in force; decisions made; charges collected.

The subject is a document, a decision or a batch of them, a charge. A document is in force from its issue (or
from being taken over, where it is older than the ledger) until it is repealed or expires. Decisions count all
that were made, also those lawfully not published. What is counted without entries of its own carries a
``count`` with reason and signature and shows as an adjustment.

Source: 政府信息公开条例 art. 20 (一)(五)(六)(八); 国办公开办函〔2021〕30号; law.md §2.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from gongkai.ledger.entries import Entry, Refusal, check_adjustment
from gongkai.values.dates import day_words


class Item(StrEnum):
    """What an entry is about: the rows of the official table."""

    GOVERNMENT_RULE = "government_rule"
    NORMATIVE_DOCUMENT = "normative_document"
    LICENCE = "licence"
    PENALTY = "penalty"
    COERCIVE_MEASURE = "coercive_measure"
    ADMINISTRATIVE_CHARGE = "administrative_charge"


DOCUMENTS = frozenset((Item.GOVERNMENT_RULE, Item.NORMATIVE_DOCUMENT))


class Act(StrEnum):
    """What happened: to documents (issued to expired), as a decision, as a charge."""

    ISSUED = "issued"
    TAKEN_OVER = "taken_over"
    REPEALED = "repealed"
    EXPIRED = "expired"
    DECIDED = "decided"
    CHARGED = "charged"
    VOIDED = "voided"


@dataclass(frozen=True, slots=True)
class ProactiveEntry(Entry):
    """One act. ``amount`` is in 万元, only for a charge (negative where money was paid back).

    ``of`` is the position that a ``voided`` entry takes back. Raises :class:`ValueError` where act and item
    do not belong together, a charge has no finite amount, or a count is below 1.
    """

    act: Act
    item: Item | None = None
    count: int = 1
    amount: Decimal | None = None
    title: str | None = None
    reason: str | None = None
    signed_by: str | None = None
    of: int | None = None

    def __post_init__(self) -> None:
        """Refuse what belongs to no cell."""
        check_adjustment(self.count, self.reason, self.signed_by)
        if self.act is Act.VOIDED:
            return
        charged, document = self.item is Item.ADMINISTRATIVE_CHARGE, self.item in DOCUMENTS
        fitting = {Act.CHARGED: charged, Act.DECIDED: self.item is not None and not charged and not document}
        if not fitting.get(self.act, document):
            raise ValueError(
                "事由和事项不相配：文件才有制发、原有、废止、失效，许可、处罚、强制才有处理决定，收费项目才有收费。"
            )
        if charged != (self.amount is not None and self.amount.is_finite()):
            raise ValueError("收费要写明金额（万元），其他事项不写金额。")

    @property
    def takes_back(self) -> int | None:
        """The position named by a ``voided`` entry."""
        return self.of if self.act is Act.VOIDED else None

    @property
    def adjusts(self) -> bool:
        """True where it is counted by reason and signature."""
        return bool(self.reason)


@dataclass(frozen=True, slots=True)
class Stock:
    """One subject on a day: the entries that count, documents of each item in force, refusals."""

    entries: tuple[ProactiveEntry, ...]
    in_force: Mapping[Item, int]
    refusals: tuple[Refusal, ...]


def stock(entries: Iterable[ProactiveEntry], day: date) -> Stock:
    """The documents of one subject at the end of ``day``; the entries stand and are in order.

    Only as many can end as are in force; an entry that would end more does not count.
    """
    counted: list[ProactiveEntry] = []
    refusals: list[Refusal] = []
    standing: dict[Item, int] = {}
    for entry in entries:
        if entry.on > day:
            break
        if entry.item is None:
            continue
        have = standing.get(entry.item, 0)
        if entry.act in (Act.ISSUED, Act.TAKEN_OVER):
            standing[entry.item] = have + entry.count
        elif entry.act in (Act.REPEALED, Act.EXPIRED):
            if entry.count > have:
                refusals.append(_too_many(entry, have))
                continue
            standing[entry.item] = have - entry.count
        counted.append(entry)
    return Stock(tuple(counted), MappingProxyType(standing), tuple(refusals))


def _too_many(entry: ProactiveEntry, have: int) -> Refusal:
    return Refusal(
        entry.ref,
        entry.on,
        f"文件{entry.subject}第{entry.position}条（{day_words(entry.on)}）没有计入：要废止或者失效{entry.count}件，而此时现行有效的只有{have}件。"
        "请先登记制发，或者登记原有的有效文件；如属误登，请另记一条作废。",
        "《政府信息公开条例》第二十条第（一）项",
    )
