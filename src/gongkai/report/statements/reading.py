"""Read the prose of the six chapters: every figure as a statement with subject, value, bound, place and
verdict.

    figures -> passages (what each is about) -> verdicts (against tables) -> sums and shares

Spans count code points in ``Chapter.text``. Order: chapter, then place. The same figure stands twice
where it agrees with a table but not with the sum of its parts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from gongkai.report.document import Chapter, Statement, Table
from gongkai.report.statements.held import Tables
from gongkai.report.statements.passages import Fact, facts
from gongkai.report.statements.plain import plain
from gongkai.report.statements.sentences import Passage, cut
from gongkai.report.statements.shares import shares
from gongkai.report.statements.sums import Sum, sums
from gongkai.report.statements.verdicts import Verdict, hold, settle
from gongkai.report.statements.zero import Claim, claims
from gongkai.tables.form import Form

_YEAR = re.compile(r"((?:19|20)\d\d)年(?!\d{1,2}月)")
_CONTENT = re.compile(r"[\d零一二三四五六七八九十未没无均全]")
_STATEMENT = "statement"


def read(
    chapters: Sequence[Chapter],
    tables: Mapping[str, Table | None],
    form: Form,
    year: int | None,
    *,
    organ: str | None = None,
) -> tuple[Statement, ...]:
    """The statements of a report's prose, held against its tables.

    ``year`` is the report's; where it is None the year named most often is taken. ``organ`` is the name
    of the one that reports, so that figures of another one are told apart. Nothing is raised for odd text.
    """
    held = Tables(tables, form)
    year = year if year is not None else _guessed(chapters)
    out: list[Statement] = []
    for chapter in chapters:
        if chapter.text and _CONTENT.search(chapter.text):
            passage = cut(plain(chapter.text), chapter.number, organ)
            out.extend(_chapter(passage, held, year, len(out)))
    return tuple(out)


def _guessed(chapters: Sequence[Chapter]) -> int | None:
    years = Counter(m[1] for chapter in chapters for m in _YEAR.finditer(chapter.text))
    return int(years.most_common(1)[0][0]) if years else None


def _chapter(passage: Passage, tables: Tables, year: int | None, offset: int) -> list[Statement]:
    told = facts(passage, year)
    verdicts = settle(told, [hold(fact, tables) for fact in told])
    for index, verdict in shares(told, tables).items():
        verdicts[index] = verdict
    added = sums(told, passage.plain.text, passage.sentences)
    items: list[tuple[int, int, Fact | Claim, Verdict]] = [
        (fact.figure.start, index, fact, verdict)
        for index, (fact, verdict) in enumerate(zip(told, verdicts, strict=True))
    ]
    items += [(claim.start, -1, claim, claim.verdict) for claim in claims(passage, told, tables, year)]
    items.sort(key=lambda item: item[0])
    position = {item[1]: offset + place for place, item in enumerate(items) if item[1] >= 0}
    out = [_statement(passage, item[2], item[3]) for item in items]
    for found in added:
        _add(out, found, told, position, offset)
    return out


def _statement(passage: Passage, told: Fact | Claim, verdict: Verdict) -> Statement:
    text = passage.plain
    if isinstance(told, Claim):
        bound = "zero" if told.value == 0 else "exact"
        return Statement(
            told.subject,
            told.value,
            "件" if not told.subject.startswith("fee") else "元",
            bound,
            passage.chapter,
            text.span(told.start, told.end),
            text.text[told.start : told.end].strip(),
            verdict.verdict,
            verdict.against,
            verdict.expected,
            told.scope,
            told.period,
        )
    figure = told.figure
    return Statement(
        told.name,
        figure.plain_value,
        figure.unit,
        figure.bound,
        passage.chapter,
        text.span(figure.start, figure.end),
        text.text[told.clause[0] : told.clause[1]].strip(),
        verdict.verdict,
        verdict.against,
        verdict.expected,
        told.scope,
        told.period,
    )


def _add(
    out: list[Statement], found: Sum, told: Sequence[Fact], position: Mapping[int, int], offset: int
) -> None:
    """Write a sum down: on its total where that was held against nothing, else as a statement of its own
    if it fails.
    """
    place = position[found.whole] - offset
    against = (_STATEMENT, *(str(position[p]) for p in found.parts))
    holds = found.holds(told)
    value = int(found.value) if found.value == int(found.value) else format(found.value, "f")
    judged = replace(out[place], verdict="agrees" if holds else "differs", against=against, expected=value)
    if not told[found.whole].wording.subject.about_disclosure:
        return
    if out[place].verdict == "unchecked" and not out[place].against:
        out[place] = judged
    elif not holds:
        out.append(judged)
