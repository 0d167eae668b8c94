"""The state of a case: what is in force, what a consultation leaves out, when it is open."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.case import Case, Consultation, periods_on
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
    found = periods_on(DAY(2019, 5, 15))
    assert (found.reply, found.extension, found.correction_notice, found.opinion) == (20, 20, 7, 15)
    assert "第三十三条" in found.article


def test_before_the_revision_it_is_said_what_to_use() -> None:
    with pytest.raises(NotAllowed, match="gongkai due"):
        periods_on(DAY(2019, 5, 14))


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
