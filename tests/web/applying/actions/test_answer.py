"""Answers of the applicant: entered, kept sealed, told; refused where the case does not stand for them."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai.statute.events import Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import rows_of, state_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.acting import applicant
from gongkai.web.applying.actions.answer import answer
from gongkai.web.applying.actions.attach import files_of
from gongkai.web.applying.actions.hold import hold
from gongkai.web.applying.holding import NOTHING, Given, NotHeld, for_answer
from gongkai.web.applying.models import Supplement
from gongkai.web.entries.row import Taken
from gongkai.web.notices.models import Notice
from gongkai.web.replies.actions.archive import archive
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.actions.erase import erase
from tests.web.applications.lives import at
from tests.web.applying.citizens import HERE, PNG, confirmed, today
from tests.web.letters.bureau import equip
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied

TEXT = "补正的内容甲乙"


def position(one: Application) -> int:
    return state_of(one, timezone.localdate()).position


def test_a_correction_restarts_the_period_and_is_told(office: Office) -> None:
    handler = office.person("handler")
    one, _ = confirmed(office)
    today(office, one, Kind.CORRECTION_NOTICE)
    files = [("说明.png", PNG), ("a.exe", b"MZ" + b"\x00" * 99)]
    left = answer(one, "correction", TEXT, position(one), files=files, now=timezone.now())
    assert len(left) == 1
    assert rows_of(one)[-1].kind == str(Kind.CORRECTED)
    row = Supplement.objects.for_organ(office.organ).get()
    assert (row.opened("text"), row.position) == (TEXT, position(one))
    assert TEXT not in str(row.text)
    told = Notice.objects.for_organ(office.organ).filter(person=handler, kind="application.corrected").get()
    assert TEXT not in told.text + told.title


def test_reasons(office: Office) -> None:
    one, _ = confirmed(office)
    today(office, one, Kind.REASONS_REQUESTED)
    answer(one, "reasons", TEXT, position(one), now=timezone.now())
    assert rows_of(one)[-1].kind == str(Kind.REASONS_GIVEN)


def test_material_changes_no_period(office: Office) -> None:
    one, _ = confirmed(office)
    before = position(one)
    answer(one, "material", TEXT, before, now=timezone.now())
    assert position(one) == before
    assert Supplement.objects.for_organ(office.organ).get().position == 0


def test_not_where_the_case_does_not_stand_for_it(office: Office) -> None:
    one, _ = confirmed(office)
    with pytest.raises(NotAllowed):
        answer(one, "correction", TEXT, position(one), now=timezone.now())
    with pytest.raises(Taken):
        answer(one, "withdrawal", "", position(one) - 1, now=timezone.now())
    assert not Supplement.objects.for_organ(office.organ).exists()
    assert not Notice.objects.for_organ(office.organ).filter(kind="application.corrected").exists()


def test_what_was_written_goes_with_the_case(office: Office) -> None:
    equip(office)
    one = applied(office)
    letter = replied(office, one)
    deliver(office.actor("handler"), letter, Told("received", "in_person", LATER, note="当面签收"), NOON)
    row = Supplement(organ=office.organ, application=one, kind="material", at=NOON)
    row.seal("text", TEXT)
    row.save(force_insert=True)
    archive(office.actor("handler"), one, "short", NOON)
    erase(office.actor("office_head"), one, "保管期满，销毁清册第1号", at(dt.date(2037, 1, 1)))
    assert Supplement.objects.for_organ(office.organ).get().opened("text") == ""


def test_a_correction_takes_what_was_held_for_it(office: Office) -> None:
    """Files that are to be chosen again leave the correction unsent; those held come with it, once."""
    one, _ = confirmed(office)
    today(office, one, Kind.CORRECTION_NOTICE)
    now, seen = timezone.now(), position(one)
    held = hold(
        office.organ, for_answer(one, "correction"), NOTHING, [("说明.png", PNG)], address=HERE, now=now
    )
    with pytest.raises(NotHeld):
        answer(one, "correction", TEXT, seen, now=now, given=Given("A" * 32))
    assert position(one) == seen
    assert not Supplement.objects.for_organ(office.organ).exists()
    assert answer(one, "correction", TEXT, seen, now=now, given=Given(held.token)) == ()
    assert position(one) == seen + 1
    assert [file.name for file in files_of(applicant(one), one).values()] == ["说明.png"]
    with pytest.raises(Taken):
        answer(one, "correction", TEXT, seen, now=now, given=Given(held.token))
