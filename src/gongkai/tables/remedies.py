"""复议诉讼表: a year of the ledger of remedies folded into 15 cells, each with the entries behind it.

By default every case alive in the year counts once, by where it stands on 31 December (law.md §2.5, INFERRED;
the scope is a setting). Each case falls into one result and the totals are sums: the equation holds.

Source: 国办公开办函〔2021〕30号; 政府信息公开条例 art. 50 (三); law.md I7.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from gongkai.ledger.entries import Refusal, by_subject, standing
from gongkai.ledger.remedies import DEFAULT_SCOPE, RemedyEntry, Scope, fold_remedy
from gongkai.tables.cells import CellTable, Tally
from gongkai.tables.form import Form, form

KEY = "remedies"
_PENDING, _TOTAL = "pending", "total"


def build(
    entries: Iterable[object],
    year: int,
    known_at: datetime | None = None,
    edition: Form | None = None,
    scope: Scope = DEFAULT_SCOPE,
) -> CellTable:
    """The table of one organ for ``year``, from what had been recorded at ``known_at``.

    Entries of other ledgers may stand among them and are left out. Raises :class:`ValueError` where organs
    are mixed.
    """
    official = (edition or form("2021")).table(KEY)
    tally = Tally(official)
    first, last = date(year, 1, 1), date(year, 12, 31)
    refusals: list[Refusal] = []
    own = [e for e in entries if isinstance(e, RemedyEntry)]
    for group in by_subject(own).values():
        case = fold_remedy(standing(group, known_at), last)
        refusals += (r for r in case.refusals if r.on >= first)
        if case.path is not None and case.by is not None and case.counts_in(year, scope):
            tally.add((case.path, case.column or _PENDING), case.by, case.count, case.adjusted)
    for row in official.rows:
        parts = [(row.key, c) for c in official.columns_of(row.key) if c != _TOTAL]
        tally.sum_into((row.key, _TOTAL), parts)
    return tally.table(KEY, year, refusals)
