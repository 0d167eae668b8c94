"""What the case knows, its letters need not ask for."""

from __future__ import annotations

import datetime as dt

from gongkai.statute.events import Asked, Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.models import Assignment, Consulted
from gongkai.web.replies.facts import (
    application_of,
    asked,
    days,
    events_of,
    facts_for,
    handled,
    last_on,
    letters_before,
    subject_of,
    way_of,
)
from tests.web.applications.lives import DAY, NAME, entered
from tests.web.offices import Office
from tests.web.replies.desk import LATER, applied, replied, written


def test_who_asks_for_what(bureau: Office, other_office: Office) -> None:
    one = applied(bureau, values={"get_by": "mail", "provide_as": "paper", "request": "第一行\n第二行"})
    found = asked(one)
    assert found["applicant"] == NAME
    assert found["request"] == "第一行 第二行"
    assert found["delivery"] == "registered_mail"
    assert found["form_wanted"] == "纸质，邮寄"
    assert "delivery" not in asked(applied(bureau))
    assert application_of(other_office.organ, one.number) is None
    assert facts_for(other_office.organ, one.number, "D13", LATER) == {}
    assert subject_of(one) == f"application/{one.number}"


def test_days_are_those_of_the_clock(bureau: Office) -> None:
    one = applied(bureau)
    before = days(state_of(one, DAY))["due_on"]
    entered(bureau, one, Kind.EXTENDED, LATER, days=20, approved_by=str(bureau.person("office_head").pk))
    state = state_of(one, LATER)
    found = days(state)
    assert found["due_on"] == before
    assert state.clock is not None
    assert found["extended_due_on"] == state.clock.strict
    assert found["extension_approver"] == bureau.person("office_head").name
    assert (last_on(state, Kind.EXTENDED), last_on(state, Kind.FEE_PAID)) == (LATER, None)


def test_who_was_asked(bureau: Office) -> None:
    one = applied(bureau)
    entered(bureau, one, Kind.CONSULTATION_SENT, DAY, id="甲", to=Asked.THIRD_PARTY)
    entered(bureau, one, Kind.CONSULTATION_RETURNED, LATER, id="甲")
    found = facts_for(bureau.organ, one.number, "D06", LATER)
    assert (found["asked"], found["consultation_sent_on"]) == ("third_party", DAY)
    assert found["third_party_opinion_on"] == LATER
    assert events_of(state_of(one, LATER), Kind.CONSULTATION_SENT, Asked.JOINT_MAKER) == []


def test_who_is_asked_is_named_in_the_letter(bureau: Office) -> None:
    one = applied(bureau)
    entered(bureau, one, Kind.CONSULTATION_SENT, DAY, id="1", to=Asked.THIRD_PARTY)
    row = Consulted(organ=bureau.organ, application=one, key="1", to="third_party")
    row.seal("name", "云州试用有限公司")
    row.save(force_insert=True)
    found = facts_for(bureau.organ, one.number, "D05", LATER)
    assert found["third_party"] == "云州试用有限公司"
    assert "peer" not in found


def test_notices_are_known_with_their_days(bureau: Office) -> None:
    one = applied(bureau)
    entered(bureau, one, Kind.REASONS_REQUESTED, DAY)
    entered(bureau, one, Kind.FEE_NOTICE, LATER, amount=100)
    found = facts_for(bureau.organ, one.number, "D25", LATER)
    assert (found["fee_charged"], found["fee_notice_on"], found["reasons_notice_on"]) == (100, LATER, DAY)


def test_letters_before_are_named_by_number(bureau: Office) -> None:
    one = applied(bureau)
    draft = written(bureau, one, "D02", correction_until=LATER + dt.timedelta(14))
    assert letters_before(one) == {}
    sent = replied(bureau, one, "D02", correction_until=LATER + dt.timedelta(14))
    assert letters_before(one) == {
        "correction_notice_number": sent.number,
        "correction_notice_on": LATER,
    }
    assert str(draft.pk) in way_of(draft)


def test_who_handles_it(bureau: Office) -> None:
    one, person = applied(bureau), bureau.person("handler")
    assert handled(one, LATER) == {}
    Assignment.objects.create(
        organ=bureau.organ, application=one, duty="handler", person=person, given_by="test", since=DAY
    )
    assert handled(one, LATER) == {"handler": person.name, "handling_unit": bureau.unit.name}


def test_the_form_of_registration_has_the_course(bureau: Office) -> None:
    log = facts_for(bureau.organ, applied(bureau).number, "F01", LATER)["events_log"]
    assert log == [{"on": DAY, "what": "提交申请"}]
