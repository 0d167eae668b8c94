"""The own case by number and code: nothing in addresses, nothing to guess, one's own alone (C12, C14, C15)."""

from __future__ import annotations

import datetime as dt
import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.statute.decisions import DecisionKind, kinds
from gongkai.statute.events import Channel, Kind
from gongkai.web.applications.codes import new_code
from gongkai.web.applying.keys import pass_for
from gongkai.web.applying.views.case import WRONG, by_code
from gongkai.web.limits.table import limit
from tests.web.applications.lives import DAY, entered, filed
from tests.web.applying.citizens import PERSON, REQUEST, cited, confirmed, nobody, today
from tests.web.letters.bureau import equip
from tests.web.offices import Office


def test_opened_by_number_and_code(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    one, code = cited(office)
    with caplog.at_level(logging.DEBUG, logger="django.server"):
        answer = nobody().post("/case/", {"number": one.number, "code": code.lower().replace("-", " ")})
    body = answer.content.decode()
    assert answer.status_code == 200
    assert REQUEST in body
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"
    assert code not in body
    assert code not in caplog.text
    for private in (PERSON["name"], PERSON["phone"], PERSON["document_number"]):
        assert private not in body
    again = nobody().post("/case/", {"pass": pass_for(one)})
    assert REQUEST in again.content.decode()


def test_a_wrong_pair_is_told_in_the_same_words(office: Office, other_office: Office) -> None:
    one, code = cited(office)
    second, _ = cited(office)
    for number, given in (
        (one.number, new_code()),
        (second.number, code),
        ("2026-9999", new_code()),
        ("x", "y"),
    ):
        answer = nobody(REMOTE_ADDR="192.0.2.9").post("/case/", {"number": number, "code": given})
        assert answer.status_code == 400
        assert WRONG in answer.content.decode()
        assert REQUEST not in answer.content.decode()
    assert by_code(one.number, code) == one
    assert by_code(second.number, code) is None


def test_guessing_ends_soon_and_hurts_nobody_else(office: Office) -> None:
    one, code = cited(office)
    for _ in range(limit("case_code").count):
        assert nobody().post("/case/", {"number": one.number, "code": new_code()}).status_code == 400
    answer = nobody().post("/case/", {"number": one.number, "code": code})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 0
    other = nobody(REMOTE_ADDR="192.0.2.10").post("/case/", {"number": one.number, "code": code})
    assert other.status_code == 200


def test_a_number_that_exists_costs_no_more(office: Office) -> None:
    one, _ = cited(office)
    costs = []
    for number in (one.number, "2026-9999"):
        with CaptureQueriesContext(
            connection,
        ) as seen:
            nobody(REMOTE_ADDR=f"192.0.2.{len(costs) + 20}").post(
                "/case/", {"number": number, "code": new_code()}
            )
        costs.append(len(seen))
    assert costs[0] == costs[1]


def test_a_pass_that_has_ended(office: Office) -> None:
    answer = nobody().post("/case/", {"pass": "forged"})
    assert answer.status_code == 403
    assert "重新输入" in answer.content.decode()


def test_each_stage_offers_what_can_be_done(office: Office) -> None:
    one, code = confirmed(office)

    def page() -> str:
        return nobody().post("/case/", {"number": one.number, "code": code}).content.decode()

    assert "/case/withdrawal/" in page()
    assert "/case/correction/" not in page()
    today(office, one, Kind.CORRECTION_NOTICE)
    assert "/case/correction/" in page()
    today(office, one, Kind.CORRECTED)
    today(office, one, Kind.FEE_NOTICE, amount=300)
    assert "300元" in page()
    today(office, one, Kind.FEE_PAID)
    today(office, one, Kind.DECIDED, decision="withheld.deliberative")
    assert "/case/rating/" not in page()
    today(office, one, Kind.DISPATCHED)
    body = page()
    assert "/case/rating/" in body
    assert "/case/withdrawal/" not in body
    assert "/case/material/" not in body


def test_a_late_reply_shows_what_is_open(office: Office) -> None:
    equip(office)
    old, code = filed(office)
    body = nobody().post("/case/", {"number": old.number, "code": code}).content.decode()
    assert "逾期没有答复" in body
    assert "临溪县人民法院" in body
    fresh, code = confirmed(office)
    body = nobody().post("/case/", {"number": fresh.number, "code": code}).content.decode()
    assert "逾期没有答复" not in body


@pytest.mark.parametrize("channel", Channel)
def test_every_channel_can_be_looked_after(office: Office, channel: Channel) -> None:
    one, code = filed(office, channel)
    answer = nobody().post("/case/", {"number": one.number, "code": code})
    assert answer.status_code == 200
    assert "提交申请" in answer.content.decode()


LAPSED = {"otherwise.correction_lapsed", "otherwise.fee_unpaid"}
"""Decisions that are none: the case ends by what did not come."""


@pytest.mark.parametrize("kind", [k for k in kinds() if k.key not in LAPSED], ids=lambda kind: kind.key)
def test_every_ending_is_told_once_the_reply_has_left(office: Office, kind: DecisionKind) -> None:
    one, code = filed(office)
    if kind.key == "unavailable.still_unclear":
        entered(office, one, Kind.CORRECTION_NOTICE, DAY)
        entered(office, one, Kind.CORRECTED, DAY)
    entered(office, one, Kind.DECIDED, DAY, decision=kind.key)

    def page() -> str:
        return nobody().post("/case/", {"number": one.number, "code": code}).content.decode()

    body = page()
    assert "正在制作、送达答复" in body
    assert "机关发出答复" not in body
    assert kind.title not in body
    entered(office, one, Kind.DISPATCHED, DAY)
    entered(office, one, Kind.DELIVERED, DAY)
    body = page()
    assert "已经答复" in body
    assert "答复送达" in body


@pytest.mark.parametrize(
    ("notice", "lapse", "words"),
    [
        (Kind.CORRECTION_NOTICE, Kind.CORRECTION_LAPSED, "到期没有补正"),
        (Kind.FEE_NOTICE, Kind.FEE_LAPSED, "到期没有缴费"),
    ],
)
def test_an_ending_by_what_did_not_come(office: Office, notice: Kind, lapse: Kind, words: str) -> None:
    one, code = filed(office)
    more = {"amount": 100} if notice is Kind.FEE_NOTICE else {}
    entered(office, one, notice, DAY, notice_received_on=DAY, **more)
    entered(office, one, lapse, DAY + dt.timedelta(90))
    body = nobody().post("/case/", {"number": one.number, "code": code}).content.decode()
    assert words in body
    assert "已经结束" in body
