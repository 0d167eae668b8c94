"""主动公开表: a year of the proactive ledger folded into 10 cells, each with the entries behind it.

Issued and repealed count what happened in the year; in force counts the documents standing on 31 December,
those that merely expired left out of both. Decisions count all that were made, published or not. Charges add
up in 万元. The 信息处理费 is told in chapter six and has no entry here (law.md §2.3).

Source: 国办公开办函〔2021〕30号; 政府信息公开条例 art. 20 (一)(五)(六)(八).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from gongkai.ledger.entries import Refusal, by_subject, standing
from gongkai.ledger.proactive import Act, Item, ProactiveEntry, Stock, stock
from gongkai.tables.cells import Cell, CellTable, Tally
from gongkai.tables.form import form

KEY = "proactive"
_COLUMNS = {Act.ISSUED: "issued", Act.REPEALED: "repealed", Act.DECIDED: "decisions"}
_IN_FORCE, _AMOUNT = "in_force", "amount"


def build(entries: Iterable[object], year: int, known_at: datetime | None = None) -> CellTable:
    """The table (edition 2021) of one organ for ``year``, from what had been recorded at ``known_at``.

    Entries of other ledgers may stand among them and are left out. Raises :class:`ValueError` where organs
    are mixed.
    """
    tally = Tally(form("2021").table(KEY))
    first, last = date(year, 1, 1), date(year, 12, 31)
    refusals: list[Refusal] = []
    charged = Decimal(0)
    own = [e for e in entries if isinstance(e, ProactiveEntry)]
    for group in by_subject(own).values():
        found = stock(standing(group, known_at), last)
        refusals += (r for r in found.refusals if r.on >= first)
        for entry in found.entries:
            if entry.on >= first:
                charged += _add(tally, entry)
        _stand(tally, found)
    cell: Cell = (Item.ADMINISTRATIVE_CHARGE.value, _AMOUNT)
    return tally.table(KEY, year, refusals, {cell: amount(charged)})


def _add(tally: Tally, entry: ProactiveEntry) -> Decimal:
    """Count one act of the year; gives the charge in 万元, 0 for what is none."""
    if entry.item is None:
        return Decimal(0)
    if entry.act is Act.CHARGED:
        tally.add((entry.item, _AMOUNT), entry.ref, entry.count, entry.adjusts)
        return entry.amount or Decimal(0)
    column = _COLUMNS.get(entry.act)
    if column is not None:
        tally.add((entry.item, column), entry.ref, entry.count, entry.adjusts)
    return Decimal(0)


def _stand(tally: Tally, found: Stock) -> None:
    """Count what of a subject is in force; behind it the entries that brought it in or ended some of it."""
    for item, number in found.in_force.items():
        for entry in found.entries if number else ():
            if entry.item is item:
                tally.add((item, _IN_FORCE), entry.ref, 0, entry.adjusts)
        tally.counts[item, _IN_FORCE] += number


def amount(value: Decimal) -> str:
    """A sum in 万元 as the exchange form writes it: plain digits without idle zeros.

    >>> amount(Decimal("12.50")), amount(Decimal("0.00")), amount(Decimal("1E+2"))
    ('12.5', '0', '100')
    """
    text = f"{value:f}"
    plain = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if plain in ("-0", "") else plain
