"""The page of a draft: missing facts at their fields, those known not asked for."""

from __future__ import annotations

from gongkai.web.letters.views.drafting import known
from tests.web.letters.bureau import DAY, SUBJECT
from tests.web.offices import Office


def test_known_facts_are_not_asked_for(bureau: Office) -> None:
    found = known(bureau.organ, SUBJECT, "D13", DAY)
    assert found["registration_number"] == "2026-0031"
    page = bureau.client("handler").get("/office/letters/trial/D13/").content.decode()
    assert 'name="court"' not in page
    assert 'name="request"' in page
    assert "《条例》" in page


def test_without_the_organs_records_the_page_asks_for_them(office: Office) -> None:
    page = office.client("handler").get("/office/letters/trial/D13/").content.decode()
    for key in ("government", "superior", "office_phone", "court"):
        assert f'name="{key}"' in page
