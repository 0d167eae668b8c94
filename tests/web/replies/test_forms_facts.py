"""The forms of the office are filled from the case: who signed what, which letter arrived when."""

from __future__ import annotations

from gongkai.web.replies.actions.archive import archive
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.facts import facts_for, subject_of
from gongkai.web.replies.forms_facts import form_facts
from gongkai.web.review.core.chain import DEFAULT
from tests.web.applications.lives import NAME
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied


def test_the_slip_and_the_sheet(bureau: Office) -> None:
    one = applied(bureau, values={"get_by": "mail", "address": "临溪县安和路九号"})
    assert form_facts(one, subject_of(one), "D30") == {}
    letter = replied(bureau, one)
    deliver(bureau.actor("handler"), letter, Told("received", "registered_mail", LATER, "XA1"), NOON)
    slip = facts_for(bureau.organ, one.number, "D30", LATER)
    assert (slip["recipient"], slip["delivery_place"]) == (NAME, "临溪县安和路九号")
    assert letter.number in slip["delivered_document"]
    assert (slip["delivered_on"], slip["tracking_number"]) == (LATER, "XA1")
    sheet = facts_for(bureau.organ, one.number, "F02", LATER)
    assert [row["step"] for row in sheet["opinions"]] == [step.name for step in DEFAULT.steps]
    assert sheet["opinions"][0]["by"] == bureau.person("reviewer").name
    assert sheet["decision"] == "withheld.state_secret"
    archive(bureau.actor("handler"), one, "long", NOON)
    assert facts_for(bureau.organ, one.number, "F04", LATER)["file_number"] == "2026-依申请公开-0001"
    assert form_facts(one, subject_of(one), "D10") == {}


def test_a_third_party_is_not_taken_for_the_applicant(bureau: Office) -> None:
    one = applied(bureau)
    replied(bureau, one, "D05")
    assert "recipient" not in facts_for(bureau.organ, one.number, "D30", LATER)


def test_which_application_of_the_month_it_is(bureau: Office) -> None:
    applied(bureau)
    second = applied(bureau)
    assert facts_for(bureau.organ, second.number, "D08", LATER)["fee_ordinal"] == 2
