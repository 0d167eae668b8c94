"""Statements that there was none: 未收到申请, 无收费情况, 未发生复议诉讼, 全部办结, 均获维持.

Each gives a subject, the number it means (0, or for 均获维持 all of the total told before) and the span
of its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gongkai.report.statements.held import Tables, path
from gongkai.report.statements.passages import Fact
from gongkai.report.statements.phrases import DONE, LINK, PERIOD, SCOPE, TOPIC, ZERO, ZERO_REMEDIES
from gongkai.report.statements.sentences import Passage
from gongkai.report.statements.verdicts import UNCHECKED, Verdict

_SIGN: Final = re.compile("未|没有|没|无|零|不|均|全部|都|所有|悉数")
_RECEIVED: Final = "applications.received"
_CARRIED: Final = "applications.carried_forward"
_CELLS: Final = {
    _RECEIVED: "applications:newly_received:total",
    _CARRIED: "applications:carried_forward:total",
    "reconsideration.total": "remedies:reconsideration:total",
    "litigation.total": "remedies:litigation_direct+litigation_after_reconsideration:total",
    "reconsideration.overturned": "remedies:reconsideration:overturned",
    "litigation.overturned": "remedies:litigation_direct+litigation_after_reconsideration:overturned",
    "reconsideration.upheld": "remedies:reconsideration:upheld",
    "litigation.upheld": "remedies:litigation_direct+litigation_after_reconsideration:upheld",
}
_FEE: Final = "fee.charged"
_TOTALS: Final = {"reconsideration.total": "reconsideration.upheld", "litigation.total": "litigation.upheld"}


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement without a number of its own: subject, value, span in the plain text, verdict, period."""

    subject: str
    value: int
    start: int
    end: int
    verdict: Verdict
    period: str | None = None
    scope: str | None = None


def _against(subject: str, value: int, tables: Tables, firm: bool) -> Verdict:
    expression = _CELLS.get(subject)
    if subject == _FEE:
        charged = tables.amount("administrative_charge", "amount")
        return (
            Verdict("agrees", ("proactive", "administrative_charge", "amount"), "0")
            if charged == 0
            else UNCHECKED
        )
    held = tables.value(expression) if expression else None
    if expression is None or held is None:
        return UNCHECKED
    if held == value:
        return Verdict("agrees", path(expression), held)
    return Verdict("differs" if firm else "unchecked", path(expression), held)


def _period(before: str, year: int | None) -> str | None:
    years = list(PERIOD["year"].finditer(before))
    since = years[-1].end() if years else 0
    for kind in ("previous", "part"):
        if (found := PERIOD[kind].search(before, since)) is not None:
            return found[0]
    return years[-1][1] if years and year is not None and int(years[-1][1]) != year else None


def _scope(passage: Passage, sentence: str, match: re.Match[str]) -> str | None:
    """The part of what the tables count, or the other organ, that the words before a statement name."""
    office = SCOPE["office"].search(sentence[: match.start()])
    return office[0] if office else passage.teller.other(sentence[: match.start() + 2])


def _none_of(passage: Passage, start: int, sentence: str, tables: Tables) -> Iterator[Claim]:
    """未收到申请, 未收取处理费, 未发生追责."""
    for rule in ZERO:
        for match in rule.pattern.finditer(sentence):
            if rule.unless.search(match[0]) or (
                rule.link and not (rule.link.search(sentence) or passage.chapter == 6)
            ):
                continue
            scope = _scope(passage, sentence, match)
            verdict = _against(rule.subject, 0, tables, firm=scope is None)
            yield Claim(
                rule.subject,
                0,
                start + match.start(),
                start + match.end(),
                verdict,
                None,
                scope,
            )
            break


def _no_remedies(passage: Passage, start: int, sentence: str, tables: Tables) -> Iterator[Claim]:
    """未发生行政复议、行政诉讼 and 未被纠错: totals or overturned results of both courts."""
    linked = LINK["disclosure"].search(sentence) is not None or passage.chapter == 4
    if (
        not linked
        and passage.aspect(start) == ""
        and not LINK["disclosure"].search(passage.plain.text[max(0, start - 80) : start])
    ):
        return
    for match in ZERO_REMEDIES["pattern"].finditer(sentence):
        rest = re.split(r"，(?=[^，]*\d)|，(?=[^，]*(?:未|没有|无))", match["rest"])[0]
        clause = match["gap"] + match["what"] + rest
        if ZERO_REMEDIES["gap_unless"].match(match["gap"]) or ZERO_REMEDIES["unless"].search(clause):
            continue
        if re.search(r"\d", rest):
            continue
        column = "overturned" if ZERO_REMEDIES["overturned"].search(clause) else "total"
        end = start + match.start("rest") + len(rest)
        scope = _scope(passage, sentence, match)
        for court in ("reconsideration", "litigation"):
            if ZERO_REMEDIES[court].search(clause):
                verdict = _against(f"{court}.{column}", 0, tables, firm=linked and scope is None)
                yield Claim(f"{court}.{column}", 0, start + match.start(), end, verdict)


def _done(
    passage: Passage, start: int, sentence: str, facts: Sequence[Fact], tables: Tables
) -> Iterator[Claim]:
    """全部办结 said of the year's applications: nothing is carried forward, unless the passage says what
    is.
    """
    for match in DONE["pattern"].finditer(sentence):
        at = start + match.start()
        before = [f for f in facts if f.figure.end <= at and f.figure.start >= start]
        last = before[-1].name if before else ""
        if DONE["unless"].search(sentence[max(0, match.start() - 60) : match.end()]):
            continue
        if last not in {_RECEIVED, "applications.handled"} and not (
            TOPIC.search(match[0]) or (match[0].startswith("所有") and last.startswith("applications."))
        ):
            continue
        carried = any(f.name == _CARRIED and f.figure.value > 0 for f in facts)
        strong = DONE["strong"].match(match["what"]) is not None and last == _RECEIVED and before[-1].exact
        received = strong and not before[-1].restricted and before[-1].period is None
        verdict = _against(_CARRIED, 0, tables, firm=bool(received) and not carried)
        yield Claim(_CARRIED, 0, at, start + match.end(), verdict)
        return


def _upheld(start: int, sentence: str, facts: Sequence[Fact], tables: Tables) -> Iterator[Claim]:
    """均获维持 after totals: as many upheld as there were."""
    for match in DONE["upheld"].finditer(sentence):
        for fact in facts:
            if not start <= fact.figure.start < start + match.start() or fact.name not in _TOTALS:
                continue
            total = int(fact.figure.value)
            firm = fact.exact and fact.linked and not DONE["concluded"].search(sentence)
            anchored = tables.value(_CELLS[fact.name]) == total
            verdict = _against(_TOTALS[fact.name], total, tables, firm=firm and anchored)
            yield Claim(_TOTALS[fact.name], total, start + match.start(), start + match.end(), verdict)


def claims(passage: Passage, facts: Sequence[Fact], tables: Tables, year: int | None) -> Iterator[Claim]:
    """Every such statement of a chapter, in order of sentences."""
    text, previous = passage.plain.text, -1
    for sign in _SIGN.finditer(text):
        index, start, end = passage.sentence(sign.start())
        if index == previous:
            continue
        previous = index
        sentence = text[start:end]
        found = list(_none_of(passage, start, sentence, tables))
        if "复议" in sentence or "诉" in sentence:
            found += _no_remedies(passage, start, sentence, tables)
        found += _done(passage, start, sentence, facts, tables)
        if "维持" in sentence:
            found += _upheld(start, sentence, facts, tables)
        for claim in found:
            period = _period(text[start : claim.start], year)
            yield replace(claim, period=period, verdict=UNCHECKED) if period else claim
