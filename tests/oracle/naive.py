"""The clocks of one application once more, naively: the oracle that the real ones are held against.

It was written from the law alone, without sight of ``gongkai.statute.clocks``, and it walks day by day over a
plain set of working days. It is slow and it is meant to be read. ``answer`` says what ``gongkai clock`` says,
without the account of days and without the articles, or ``{"refused": N}``: entry N is not allowed at its place.

**Readings.** A1–A24 are the doubtful points of the law with their defaults; the letters are points that neither
the law nor a setting decides, and what is taken here.

==== =========================================================================================================
A1   strict counts from the day itself, lenient from the next working day after a day of rest; alarms (the
     deadlines) are strict, what is late (breaches, ``timely``, refusals for lateness) is judged leniently
A2   the day after receipt is day 1
A3   a reply is in time if dispatched in time
A4   a late correction notice is a breach; the restart still applies, to both dates
A5   base = the day the corrected application came in
A6   without ``until`` a correction period is 10 working days from the receipt of the notice
A7   a consultation is excluded from its dispatch (not counted itself) to the opinion, at most to the last of the
     15 working days of the one asked; overlaps count once
A8   a later opinion is taken in and changes nothing
A9   after a restart the extension no longer lengthens, and what was used stays used
A10  asking for reasons stops nothing
A13  several decisions before the dispatch give one row: in part, if anything is disclosed and anything is not,
     otherwise that of the first
A12  re-handling after a remand has the ordered day, strict and lenient, and is no new application
A23  strict counts from the submission, lenient from the confirmation
a    entries stand in the order of their days, within a day in the order of the file; only then comes what is
     refused, so a file need not be sorted
b    a voided entry is read over, as if it had never stood there; what it alone made lawful is then refused.
     An entry is voided once, by a later entry of the file, and a ``voided`` cannot be voided
c    ``submitted`` in person, orally or by registered mail is receipt on that day: ``on`` is the day of arrival,
     which is the day of signing for it; no ``received`` follows
d    before the confirmation there is no lenient date, and nothing but a withdrawal may happen
e    "base" in A1 is the day from which the reply period runs (receipt, correction, payment), not the day on
     which a third party, or the applicant, got a letter
f    silence ends a consultation by itself on the day after its last day: then nothing is open any more
g    a third party whose receipt is not known has no last day: its consultation counts as ended on the day
     asked about, like another organ's
h    correction notices, fee notices, reasons asked and deferrals are refused while a consultation is open (in
     the table of transitions they start from PROCESSING only); reasons given simply arrive
v    a third party is told of a disclosure only where one was asked for its opinion (art. 32)
i    a notice without receipt, and without ``until``, starts no period: it cannot lapse, and nothing is too late
j    a day set by the organ or an order (``until``) stands as it is, also on a day of rest
k    an extension after the lenient date is refused; between strict and lenient date it holds, with the breach
     ``extension_late``; a fee notice after the lenient date is refused
k2   nothing lengthens a day that was set (deferral, order); a restart forgets the day, and with it this bar
k3   a fee notice is sent once for an application
l    a deferral replaces both dates (it needs reasons given, and a day that is not past); a restart forgets it
     like everything else
w    a remand follows a reply dispatched, or a lapse, which can be challenged too; not a withdrawal
m    the outcome is the row of the decision from the day of the decision; after a remand the case keeps its row
n    after dispatch the dates stay what they were on that day; after a withdrawal or a lapse there are none
o    an overdue reply not yet dispatched is ``reply_late`` and not ``timely``; both wait for the lenient date
p    ``correction_notice`` is a deadline until a notice was sent or a decision taken, also when it has passed
q    provisional: one of the dates (strict, lenient, a deadline) was counted into a year without a notice; a set
     day (j) never is
r    after dispatch and after delivery (once for each reply) the stage is ``delivered``; no entry leads to
     ``archived``
x    no day set by the organ or an order lies before its notice, no receipt of a notice before its dispatch
y    lapses are entries of their own: nobody decides ``otherwise.correction_lapsed`` or ``otherwise.fee_unpaid``
z    after dispatch, lapse or withdrawal the case takes in no opinion any more
s    a consultation closed by its opinion cannot be closed, or received, again; ids are not used twice
t    a decision not yet dispatched can still be overtaken by a withdrawal; the row is then the withdrawal's
u    a year without a notice has Monday to Friday without the holidays of fixed date (1 January, 1–2 May, 1–3
     October); those that follow the moon or the sun are not guessed
==== =========================================================================================================

Source: 政府信息公开条例 arts. 30–35; the clock variables and the table of transitions drawn from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gongkai.statute.events import Event, Kind

from .case import LIMITS, Case, Limits
from .days import NATIONAL, Days
from .rules import RULES

Answer = dict[str, object]
Numbered = list[tuple[int, Event]]


def standing(events: Sequence[Event], on: date) -> Numbered:
    """The entries that count on ``on``, numbered by their place in the file, in order, without the voided.

    A ``voided`` entry that takes back nothing stays in, to be refused at its place.
    """
    seen = sorted(((n, e) for n, e in enumerate(events, 1) if e.on <= on), key=lambda pair: pair[1].on)
    kinds = {n: e.kind for n, e in seen}
    gone: set[int] = set()
    for number, event in seen:
        of = event.of or 0
        earlier = of < number and of not in gone and kinds.get(of, Kind.VOIDED) is not Kind.VOIDED
        if event.kind is Kind.VOIDED and earlier:
            gone.update((of, number))
    return [(n, e) for n, e in seen if n not in gone]


def answer(events: Sequence[Event], on: date, days: Days = NATIONAL, limits: Limits = LIMITS) -> Answer:
    """What is due, where the case stands and what went wrong on the day ``on``; or the entry refused."""
    case = Case(days, limits)
    for number, event in standing(events, on):
        if not RULES[event.kind](case, event):
            return {"refused": number}
    return describe(case, on)


def describe(case: Case, on: date) -> Answer:
    """A case as ``gongkai clock`` prints it, in plain values; breaches in the order of the alphabet."""
    strict, lenient = case.strict(on), case.lenient(on)
    consulting = case.stage == "processing" and case.consulting(on)
    deadlines = _deadlines(case, on, strict)
    breaches = set(case.breaches)
    timely: bool | None = None
    if case.sent is not None and lenient is not None:
        timely = case.sent <= lenient
    elif case.too_late(on):
        timely = False
        breaches.add("reply_late")
    return {
        "strict": strict,
        "lenient": lenient,
        "provisional": _provisional(case, strict, lenient, deadlines),
        "stage": "consulting" if consulting else case.stage,
        "outcome": case.outcome,
        "breaches": sorted(breaches),
        "timely": timely,
        "deadlines": deadlines,
    }


def _deadlines(case: Case, on: date, strict: date | None) -> dict[str, date]:
    """What somebody still has to do, and until when; alarms are strict."""
    out: dict[str, date] = {}
    if case.stage in ("confirming", "processing", "decided") and strict is not None:
        out["reply"] = strict
    if case.stage in ("confirming", "processing") and not case.correction_sought and not case.remands:
        assert case.strict_receipt is not None
        out["correction_notice"] = case.nth_after(case.strict_receipt, case.limits.correction_notice)
    if case.stage == "correction_pending" and case.period_end is not None:
        out["correction"] = case.period_end
    if case.stage == "fee_pending" and case.pay_by is not None:
        out["payment"] = case.pay_by
    if case.stage == "processing":
        for name, asked in case.consultations.items():
            last = case.last_day(asked)
            if case.is_open(asked, on) and last is not None:
                out[f"opinion:{name}"] = last
    return out


def _provisional(case: Case, strict: date | None, lenient: date | None, deadlines: dict[str, date]) -> bool:
    """Whether a printed date was counted into a year without a notice."""
    counted = [day for key, day in deadlines.items() if key not in ("reply", "correction")]
    if case.set_day is None:
        counted += [day for day in (strict, lenient) if day is not None]
    if "correction" in deadlines and not case.period_is_set:
        counted.append(deadlines["correction"])
    return any(day.year not in case.days.noticed for day in counted)
