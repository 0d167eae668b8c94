"""Drafting: what is known prevails, nothing is half written, the old version stays."""

from __future__ import annotations

import pytest

from gongkai.letters.keeping import facts_of
from gongkai.values.errors import FactsError, NotAllowed
from gongkai.web.attachments.models import Attachment
from gongkai.web.audit.models import AuditLine
from gongkai.web.entries.models import Serial
from gongkai.web.entries.row import Taken
from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.draft import draft, filled, redraft
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import Letter, LetterVersion
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.rights.actor import Forbidden
from tests.web.letters.bureau import DAY, NOW, SUBJECT, cases_known, drafted, facts
from tests.web.offices import Office


def test_a_draft_with_its_files_and_its_line(bureau: Office) -> None:
    one = drafted(bureau)
    version = present(one)
    assert one.version == version.number == 1
    assert one.digest == version.digest
    assert version.pdf.name == "政府信息公开申请答复书_草稿_第1版.pdf"
    assert version.docx.name.endswith("_第1版.docx")
    assert not Serial.objects.for_organ(bureau.organ).filter(series__startswith="letters/").exists()
    line = AuditLine.objects.filter(act="letters.draft").get()
    assert line.data == {"of": SUBJECT, "document": "D13", "version": 1, "text": one.digest}


def test_what_is_known_prevails(bureau: Office) -> None:
    wrong = {
        "organ": "别的机关",
        "court": "别的法院",
        "registration_number": "2026-9999",
        "number": "假〔2026〕1号",
    }
    one = drafted(bureau, **wrong)
    found = facts_of(present(one).opened("facts"))
    assert found["organ"] == "临溪县司法局"
    assert found["court"] == "临溪县人民法院"
    assert found["registration_number"] == "2026-0031"
    assert found["number"] == "临司公开答〔2026〕×号"


def test_a_missing_fact_writes_nothing(bureau: Office) -> None:
    with pytest.raises(FactsError) as caught:
        drafted(bureau, reasons=None)
    assert caught.value.facts == ("reasons",)
    assert not Letter.objects.for_organ(bureau.organ).exists()
    assert not Attachment.objects.for_organ(bureau.organ).exists()
    assert not AuditLine.objects.filter(act="letters.draft").exists()


def test_who_may_not(bureau: Office) -> None:
    def asked(role: str, subject: str) -> None:
        draft(bureau.actor(role), subject, "D13", facts("D13"), on=DAY, now=NOW)

    with pytest.raises(Forbidden):
        asked("reviewer", SUBJECT)
    with pytest.raises(NotAllowed):
        asked("handler", "nowhere/1")
    with cases_known(may_draft=lambda actor, key: False), pytest.raises(Forbidden):
        asked("handler", SUBJECT)
    with pytest.raises(NotAllowed, match="D99"):
        draft(bureau.actor("handler"), SUBJECT, "D99", {}, on=DAY, now=NOW)


def test_the_old_version_stays(bureau: Office) -> None:
    one = drafted(bureau)
    old = paper_in(present(one))
    new = redraft(bureau.actor("handler"), one, facts("D13", applicant="周试二"), on=DAY, seen=1, now=NOW)
    assert new.version == 2
    assert new.digest != one.digest
    rows = LetterVersion.objects.for_organ(bureau.organ).filter(letter=one)
    assert [row.number for row in rows.order_by("number")] == [1, 2]
    assert paper_in(rows.get(number=1)) == old
    assert paper_in(rows.get(number=2)).addressee == "周试二"
    line = AuditLine.objects.filter(act="letters.redraft").get()
    assert line.data == {"version": 2, "text": new.digest}


def test_somebody_else_was_first(bureau: Office) -> None:
    one = drafted(bureau)
    clerk = bureau.actor("handler")
    redraft(clerk, one, facts("D13"), on=DAY, seen=1, now=NOW)
    with pytest.raises(Taken):
        redraft(clerk, one, facts("D13"), on=DAY, seen=1, now=NOW)


def test_what_went_out_or_is_void_stays_as_it_is(bureau: Office) -> None:
    head, clerk = bureau.actor("office_head"), bureau.actor("handler")
    gone = drafted(bureau)
    void(head, gone, "重复", seen=1, now=NOW)
    with pytest.raises(NotAllowed, match="作废"):
        redraft(clerk, gone, facts("D13"), on=DAY, seen=1, now=NOW)
    sent = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    dispatch(head, sent, "paper", on=DAY, seen=2, now=NOW)
    with pytest.raises(NotAllowed, match="已经发出"):
        redraft(clerk, sent, facts("D13"), on=DAY, seen=2, now=NOW)


def test_a_letter_of_another_organ(bureau: Office, other_office: Office) -> None:
    with pytest.raises(Forbidden):
        redraft(other_office.actor("handler"), drafted(bureau), facts("D13"), on=DAY, seen=1, now=NOW)


def test_a_document_without_number_needs_no_characters(bureau: Office) -> None:
    bureau.organ.document_mark = ""
    assert filled(bureau.organ, SUBJECT, "D01", facts("D01"), DAY).paper.number == ""
    with pytest.raises(NotAllowed, match="机关代字"):
        filled(bureau.organ, SUBJECT, "D13", facts("D13"), DAY)
