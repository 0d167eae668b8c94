"""Correction and reasons: the events that the forms make."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.correcting import (
    CorrectedForm,
    CorrectionLapsedForm,
    CorrectionNoticeForm,
    ReasonsGivenForm,
    ReasonsRequestedForm,
)
from tests.web.applications.acting import made
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def test_the_notice(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    last = DAY + dt.timedelta(15)
    form = made(CorrectionNoticeForm, state, until=last.isoformat(), received=DAY.isoformat())
    event = form.event(office.actor("handler"))
    assert (event.until, event.notice_received_on) == (last, DAY)
    assert CorrectionNoticeForm.probe(state, DAY).until == DAY


def test_a_late_correction_says_why(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    actor = office.actor("handler")
    assert made(CorrectedForm, state).event(actor).facts == ()
    assert made(CorrectedForm, state, justified="on").event(actor).facts == ("justified_delay",)
    assert "words" in made(CorrectedForm, state, justified="on", words="").errors
    assert CorrectedForm.probe(state, DAY).facts


def test_the_rest_have_a_reason(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    for form, kind in (
        (CorrectionLapsedForm, Kind.CORRECTION_LAPSED),
        (ReasonsRequestedForm, Kind.REASONS_REQUESTED),
        (ReasonsGivenForm, Kind.REASONS_GIVEN),
    ):
        assert "words" in made(form, state, words="").errors
        assert made(form, state).event(office.actor("handler")).kind is kind
