"""The own case by number and code: nothing in addresses, nothing to guess, one's own alone (C12, C14, C15)."""

from __future__ import annotations

import logging

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.statute.events import Kind
from gongkai.web.applications.codes import new_code
from gongkai.web.applying.keys import pass_for
from gongkai.web.applying.views.case import WRONG, by_code
from gongkai.web.limits.table import limit
from tests.web.applications.lives import filed
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
