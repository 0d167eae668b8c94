"""The forms of the intake begin with what the case says."""

from __future__ import annotations

import pytest

from gongkai.statute.events import Channel
from gongkai.web.applications.actions.split import Part
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.intake import (
    AttemptForm,
    ConfirmForm,
    DoubleForm,
    OtherForm,
    SeenForm,
    SplitForm,
)
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


@pytest.mark.parametrize("form", [AttemptForm, ConfirmForm, DoubleForm, OtherForm, SplitForm])
def test_what_was_seen(office: Office, form: type[SeenForm]) -> None:
    state = state_of(filed(office, Channel.INTERNET)[0], DAY)
    assert 'name="seen" value="1"' in str(form(state))
    assert not form(state, {"on": DAY.isoformat()}).is_valid()


def test_the_matter_it_has(office: Office) -> None:
    state = state_of(filed(office, Channel.INTERNET)[0], DAY)
    assert ConfirmForm(state)["matter"].initial == "法律援助经费决算"


def test_the_parts_that_were_written(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    form = SplitForm(state, {"seen": 1, "request1": " 甲 ", "request4": "丁", "matter4": "丁事"})
    assert form.is_valid(), form.errors
    assert form.parts() == [Part("甲", ""), Part("丁", "丁事")]
