"""The state of a case: what is in force, what a consultation leaves out, when it is open."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import gongkai.statute.case as case_module
from gongkai.statute.case import REGULATION, Case, Consultation, periods_on
from gongkai.statute.events import Asked, Event, Kind
from gongkai.statute.settings import Settings
from gongkai.statute.working_days import Calendar
from gongkai.values.errors import NotAllowed

DAY = dt.date
READING = Settings.default().reading
FROM_RECEIPT = Settings.default().using({"A7": "receipt"}).reading
TODAY = DAY(2026, 3, 20)
SENT = Event(Kind.CONSULTATION_SENT, DAY(2026, 3, 9), id="a", to=Asked.THIRD_PARTY)


def letter(**values: object) -> Consultation:
    one = Consultation().of(SENT)
    for name, value in values.items():
        setattr(one, name, value)
    return one


def asked(*letters: Consultation) -> Case:
    case = Case().of(Calendar.national(), Settings.default(), periods_on(TODAY))
    case.consultations = {str(number): one for number, one in enumerate(letters)}
    case.waiting = len(letters)
    return case


def test_periods_in_force() -> None:
    case_module._PERIODS.clear()  # so that a reader changed since (mutmut) shows
    found = periods_on(DAY(2019, 5, 15))
    assert (found.reply, found.extension, found.correction_notice, found.opinion) == (20, 20, 7, 15)
    assert "第三十三条" in found.article


def test_before_the_revision_it_is_said_what_to_use() -> None:
    with pytest.raises(NotAllowed, match="gongkai due") as error:
        periods_on(DAY(2019, 5, 14))
    assert error.value.article == REGULATION
    assert "2019年5月15日起施行" in error.value.sentence


def test_an_opinion_is_awaited_until_its_last_day() -> None:
    assert not asked().consulting(TODAY)
    assert asked(letter()).consulting(TODAY)
    assert asked(letter(last=TODAY)).consulting(TODAY)
    assert not asked(letter(last=DAY(2026, 3, 19))).consulting(TODAY)
    assert asked(letter(last=DAY(2026, 3, 19)), letter()).consulting(TODAY)


def test_what_is_left_out() -> None:
    sent, last, later = DAY(2026, 3, 9), DAY(2026, 4, 1), DAY(2026, 4, 10)
    assert letter().left_out(TODAY, READING) == (sent, TODAY)
    assert letter(last=last).left_out(TODAY, READING) == (sent, last)
    assert letter(last=last, returned=TODAY).left_out(later, READING) == (sent, TODAY)
    assert letter(last=last, returned=later).left_out(later, READING) == (sent, last)
    assert letter(counted=False).left_out(TODAY, READING) is None


def test_from_the_receipt_by_setting() -> None:
    got = DAY(2026, 3, 11)
    assert letter(received=got).left_out(TODAY, FROM_RECEIPT) == (got, TODAY)
    assert letter().left_out(TODAY, FROM_RECEIPT) is None


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=5)


@given(SPANS)
def test_days_left_out_for_good_are_those_of_every_span(spans: list[tuple[int, int]]) -> None:
    """In whatever order they come and however they overlap, they hold the same days, in the order of starts."""
    case, monday = asked(), DAY(2026, 5, 11)
    zero = case.calendar.rank(monday)
    for start, days in spans:
        case.leave_out((case.calendar.at(zero + start), case.calendar.at(zero + start + days)))
    meant = {rank for start, days in spans for rank in range(zero + start + 1, zero + start + days + 1)}
    assert {rank for start, stop in case.spans for rank in range(start + 1, stop + 1)} == meant
    assert case.spans == sorted(case.spans)


def test_a_span_that_goes_on_with_the_latest_is_one_with_it() -> None:
    case, days = asked(), [DAY(2026, 5, 11) + dt.timedelta(n) for n in range(5)]
    for start, stop in ((0, 2), (2, 3), (1, 2)):
        case.leave_out((days[start], days[stop]))
    zero = case.calendar.rank(days[0])
    assert case.spans == [(zero, zero + 3)]
    case.leave_out((days[4], days[4]))
    assert case.spans == [(zero, zero + 3), (zero + 4, zero + 4)]


def test_a_case_begins_with_nothing_on_file() -> None:
    case = Case().of(Calendar.national(), Settings.default(), periods_on(TODAY))
    assert case.due(TODAY) == (None, None)
    assert (case.stage, case.first, case.outcome, case.breaches, case.decisions) == (None, None, None, (), ())
    assert (case.period, case.used, case.waiting, case.withdrawn) == (20, 0, 0, False)
    assert (case.correction_last, case.payment_last, case.without_restart, case.reasons) == (None,) * 4
