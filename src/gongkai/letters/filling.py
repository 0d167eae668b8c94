"""From a case's facts to a letter: every slot filled, or a refusal that names what is missing.

Nothing is left blank that the case has to know. Cells of forms that are signed by hand say so in their
document (``ink``). The day of the letter is an argument.

Source: 政府信息公开条例 arts. 29–44; GB/T 9704-2012, 7.3 and 10.1 (elements of a letter).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from gongkai.letters.derived import derived
from gongkai.letters.document import Body, Cell, Document, Row, Table, To, document
from gongkai.letters.given import checked
from gongkai.letters.language import ITEM, NUMBER, Condition, Passage, Piece, Slot
from gongkai.letters.paper import Paper, PaperBody, PaperCell, PaperTable, Sheet
from gongkai.letters.telling import tell
from gongkai.letters.vocabulary import Fact, Kind, fact
from gongkai.letters.wording import amount, clause, listed, numeral, quoted, sentences
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.dates import day_words, with_weekday
from gongkai.values.errors import FactsError


def fill(
    id: str,
    given: Mapping[str, Any],
    on: dt.date,
    *,
    calendar: Calendar | None = None,
    settings: Settings | None = None,
) -> Paper:
    """Document ``id`` filled with the facts ``given``, as of day ``on`` (its date).

    ``calendar`` and ``settings`` are those of the organ; the national calendar and the defaults otherwise.
    Raises :class:`FactsError` where a fact is missing or wrong, :class:`gongkai.values.errors.NotAllowed` for
    an unknown document or what the law does not allow.
    """
    one = document(id)
    facts = checked(given)
    points, days = settings or Settings.default(), calendar or Calendar.national()
    facts = {**facts, **derived(one, facts, on, days, points)}
    filler = _Filler(facts)
    told = tell(one, facts, on, days, points)
    filler.lacking.extend(told.lacking)
    paper = _paper(one, filler, on, told.text)
    _complete(one, filler)
    return paper


def _paper(one: Document, filler: _Filler, on: dt.date, remedies: str) -> Paper:
    letter = not one.is_form
    organ = filler.fact("organ") if letter or one.sealed else ""
    if one.to in (To.APPLICANT, To.THIRD_PARTY):
        filler.fact(f"{one.to}_kind")  # it decides between 您 and 你单位
    body = filler.body(one.body)
    enclosed = filler.facts.get(one.enclosure, ()) if one.enclosure else ()
    sheets = tuple(Sheet(sheet.title, filler.body(sheet.body)) for sheet in one.appendices)
    note = filler.text(one.note)
    return Paper(
        document=one.id,
        head=organ if letter else "",
        number=filler.fact("number") if letter else "",
        title=(organ, one.title) if letter else (one.title,),
        line=filler.text(one.line),
        addressee=filler.fact(one.to.value) if one.to is not To.OFFICE and letter else "",
        body=PaperBody((*body.paragraphs, *([remedies] if remedies else [])), body.table, body.after),
        enclosures=(*map(clause, enclosed), *(sheet.title for sheet in sheets)),
        signature=organ if one.sealed else "",
        date=day_words(on) if one.sealed else "",
        sealed=one.sealed,
        note=f"（{note}）" if note else "",
        sheets=sheets,
        day=(on.year, on.month, on.day),
    )


def _complete(one: Document, filler: _Filler) -> None:
    """Refuse the letter where something is missing."""
    lacking = list(dict.fromkeys(filler.lacking))
    names = [_named(key) for key in lacking]
    for need in one.needs:
        if not any(key in filler.facts for key in need):
            lacking += need
            names.append("或者".join(_named(key) for key in need))
    if names:
        raise FactsError(
            f"《{one.title}》（{one.id}）还不能生成，缺少：{'；'.join(dict.fromkeys(names))}。请补齐后重新生成。",
            tuple(dict.fromkeys(lacking)),
        )


def _named(key: str) -> str:
    known = fact(key)
    return f"{known.name}（{known.source.words}）"


class _Filler:
    """Fills passages from one set of facts and remembers what it did not find."""

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.facts = facts
        self.lacking: list[str] = []

    def fact(self, key: str) -> str:
        """The fact as text; remembered as lacking where it is not there."""
        return self._slot(Slot(key), None, 0)

    def body(self, body: Body) -> PaperBody:
        """A body with all its paragraphs and its table."""
        return PaperBody(
            tuple(self._passages(body.paragraphs)),
            self._table(body.table) if body.table else None,
            tuple(self._passages(body.after)),
        )

    def text(self, pieces: Sequence[Piece], item: Any = None, number: int = 0, each: str = "") -> str:
        """The pieces that stand, filled."""
        out = []
        for piece in pieces:
            if self._holds(piece.when):
                for part in piece.parts:
                    out.append(part if isinstance(part, str) else self._slot(part, item, number, each))
        return "".join(out)

    def _holds(self, when: Iterable[Condition]) -> bool:
        return all(condition.holds(self.facts) for condition in when)

    def _passages(self, passages: Sequence[Passage]) -> Iterator[str]:
        for passage in passages:
            if not self._holds(passage.when):
                continue
            for number, item in self._items(passage.each):
                yield from self.text(passage.pieces, item, number, passage.each).split("\n")

    def _items(self, each: str) -> Iterator[tuple[int, Any]]:
        """The numbered items of a list or of rows; one without number where nothing is repeated."""
        if not each:
            yield 0, None
            return
        if each not in self.facts:
            self.lacking.append(each)
        yield from enumerate(self.facts.get(each, ()), 1)

    def _slot(self, slot: Slot, item: Any, number: int, each: str = "") -> str:
        if slot.key == NUMBER:
            return numeral(number) if slot.form == "chinese" else str(number)
        if slot.key == ITEM:
            known = fact(each)
            column = known.columns.get(slot.column)
            value = item.get(slot.column) if column else item
            return "" if value is None else printed(column, value, slot.form) if column else clause(value)
        if slot.key not in self.facts:
            self.lacking.append(slot.key)
            return ""
        return printed(fact(slot.key), self.facts[slot.key], slot.form)

    def _table(self, table: Table) -> PaperTable:
        rows: list[tuple[PaperCell, ...]] = []
        for row in table.rows:
            if self._holds(row.when):
                rows += self._rows(row)
        return PaperTable(table.widths, table.head, tuple(rows))

    def _rows(self, row: Row) -> Iterator[tuple[PaperCell, ...]]:
        items = list(self._items(row.each)) if not row.each or row.each in self.facts or not row.least else []
        for number, item in items:
            yield tuple(self._cell(cell, item, number, row.each) for cell in row.cells)
        for _ in range(len(items), row.least):
            yield tuple(PaperCell("", False, cell.span, cell.lines) for cell in row.cells)

    def _cell(self, cell: Cell, item: Any, number: int, each: str) -> PaperCell:
        before = len(self.lacking)
        text = self.text(cell.pieces, item, number, each)
        if cell.ink is not None and (len(self.lacking) > before or not text):
            del self.lacking[before:]
            text = cell.ink
        return PaperCell(text, cell.label, cell.span, cell.lines)


def printed(known: Fact, value: Any, form: str = "") -> str:
    """A fact as a letter prints it, in the ``form`` asked for."""
    match known.kind:
        case Kind.DATE:
            return {"weekday": with_weekday, "short": dt.date.isoformat}.get(form, day_words)(value)
        case Kind.DEADLINE:
            return day_words(value) if form == "plain" else with_weekday(value)
        case Kind.AMOUNT:
            return f"{value}元" if form == "figure" else amount(value)
        case Kind.COUNT:
            return numeral(value) if form == "chinese" else str(value)
        case Kind.CHOICE:
            return known.choices[value]
        case Kind.LIST:
            return listed(value)
        case Kind.PASSAGE:
            return "\n".join(sentences(line) for line in value.split("\n") if line.strip())
        case Kind.CLAUSE:
            return quoted(value) if form == "quoted" else clause(value)
        case _:
            return quoted(value) if form == "quoted" else str(value)
