"""The pattern of the day, the series of a document, the next serial."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import transaction

from gongkai.letters.numbers import Rule
from gongkai.values.errors import NotAllowed
from gongkai.web.entries.models import next_number
from gongkai.web.letters import numbering
from gongkai.web.letters.models import Pattern
from gongkai.web.letters.providers import provider_of
from tests.web.letters.bureau import DAY, NOW, SUBJECT
from tests.web.offices import Office


def test_the_rule_of_a_day(office: Office) -> None:
    assert numbering.rule_of(office.organ, DAY) == Rule("临司")
    Pattern.objects.create(
        organ=office.organ,
        since=DAY,
        prefix="临司办",
        pattern="{prefix}依{series}〔{year}〕{serial}号",
        set_by="t",
        set_at=NOW,
    )
    assert numbering.rule_of(office.organ, DAY).prefix == "临司办"
    assert numbering.rule_of(office.organ, DAY - dt.timedelta(days=1)).prefix == "临司"


def test_without_the_characters_no_number(office: Office) -> None:
    office.organ.document_mark = ""
    with pytest.raises(NotAllowed, match="机关代字") as caught:
        numbering.rule_of(office.organ, DAY)
    assert "发文字号格式" in caught.value.sentence


def test_series_of_cases_and_trials(bureau: Office) -> None:
    case, trial = provider_of(SUBJECT)[0], provider_of("trial/1")[0]
    assert numbering.series_of("D13", case) == "答"
    assert numbering.series_of("D13", trial) == "试答"
    assert numbering.series_of("D01", trial) == ""


def test_a_draft_shows_where_its_serial_will_be(office: Office) -> None:
    rule = numbering.rule_of(office.organ, DAY)
    assert numbering.blank_number(rule, "答", 2026) == "临司公开答〔2026〕×号"


def test_the_upcoming_serial_is_the_one_taken(office: Office, other_office: Office) -> None:
    for expected in (1, 2, 3):
        assert numbering.upcoming(office.organ, "答", 2026) == expected
        with transaction.atomic():
            assert next_number(office.organ, numbering.counted_as("答"), 2026) == expected
    assert numbering.upcoming(office.organ, "答", 2027) == 1
    assert numbering.upcoming(office.organ, "告", 2026) == 1
    assert numbering.upcoming(other_office.organ, "答", 2026) == 1
