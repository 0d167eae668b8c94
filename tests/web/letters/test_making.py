"""A version is made whole or not at all, and writes nothing."""

from __future__ import annotations

import pytest

from gongkai.letters.paper import digest
from gongkai.values.errors import FactsError
from gongkai.web.attachments.models import Attachment
from gongkai.web.letters.making import known_facts, make
from gongkai.web.letters.providers import provider_of
from tests.web.letters.bureau import DAY, SUBJECT, facts
from tests.web.offices import Office


def test_made_of_what_is_known_and_what_is_given(bureau: Office) -> None:
    provider, key = provider_of(SUBJECT)
    known = known_facts(bureau.organ, provider, key, "D13", DAY)
    assert known["registration_number"] == "2026-0031"
    assert known["court"] == "临溪县人民法院"
    made = make(bureau.organ, "D13", {**facts("D13"), **known, "number": "临司公开答〔2026〕1号"}, DAY)
    assert made.digest == digest(made.paper)
    assert made.pdf.startswith(b"%PDF")
    assert made.docx.startswith(b"PK")
    assert made.paper.number == "临司公开答〔2026〕1号"
    assert not Attachment.objects.for_organ(bureau.organ).exists()


def test_what_is_missing_is_named(bureau: Office) -> None:
    with pytest.raises(FactsError) as caught:
        make(bureau.organ, "D13", facts("D13"), DAY)
    assert "organ" in caught.value.facts
