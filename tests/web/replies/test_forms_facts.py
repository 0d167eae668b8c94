"""The forms of the office are filled from the case: who signed what, which letter arrived when."""

from __future__ import annotations

import datetime as dt

from gongkai.letters.text import write
from gongkai.web.letters.actions.draft import draft
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.replies.actions.archive import archive
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.actions.submit import send_to_review
from gongkai.web.replies.enclosures import KIND
from gongkai.web.replies.facts import facts_for, subject_of
from gongkai.web.replies.forms_facts import form_facts
from gongkai.web.review.actions.chains import set_chain
from gongkai.web.review.actions.signing import sign
from gongkai.web.review.core.chain import DEFAULT, Chain, Step
from gongkai.web.review.core.words import checks
from tests.web.applications.lives import NAME
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied, seen, signed, typed, written

HOUR = dt.timedelta(hours=1)
STEPS = [step.name for step in DEFAULT.steps]


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
    assert [row["step"] for row in sheet["opinions"]] == [*STEPS, "保密审查"]
    assert sheet["opinions"][-1]["opinion"] == "可以公开"
    assert "steps_ahead" not in sheet
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


def test_the_sheet_has_a_line_for_every_step_of_the_chain_that_holds(bureau: Office) -> None:
    one = applied(bureau)
    assert "steps_ahead" not in facts_for(bureau.organ, one.number, "F02", LATER)
    brief = Chain((Step("审核", ("office_head",)),))
    set_chain(bureau.actor("office_head"), KIND, brief, NOON, "D02")
    letter = written(bureau, one, "D02")
    assert facts_for(bureau.organ, one.number, "F02", LATER)["steps_ahead"] == ["审核", "保密审查"]
    file = send_to_review(bureau.actor("handler"), letter, 0, NOON)
    sign(bureau.actor("office_head"), file.id, seen(file), NOON, step=1, checks=checks())
    sheet = facts_for(bureau.organ, one.number, "F02", LATER)
    assert [(row["step"], row["opinion"]) for row in sheet["opinions"]] == [("审核", "同意")]
    assert sheet["steps_ahead"] == ["保密审查"]
    text = write(paper_in(present(written(bureau, one, "F02")))).decode()
    assert text.count("签名：") == 1
    assert "一审一校" not in text


def test_the_sheet_of_a_reply_does_not_show_who_signed_a_notice_before(bureau: Office) -> None:
    one = applied(bureau)
    signed(bureau, written(bureau, one, "D02"))
    assert "opinions" in facts_for(bureau.organ, one.number, "F02", LATER)
    draft(bureau.actor("handler"), subject_of(one), "D06", typed("D06"), on=LATER, now=NOON + HOUR)
    assert "opinions" not in facts_for(bureau.organ, one.number, "F02", LATER)
    assert facts_for(bureau.organ, one.number, "F02", LATER)["steps_ahead"] == [*STEPS, "保密审查"]
