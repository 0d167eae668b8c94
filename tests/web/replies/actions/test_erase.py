"""After its time nothing of a person is left in any table or file; what is counted is the same as before."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from django.apps import apps

from gongkai.statute.events import Event, Kind
from gongkai.values.errors import FileError, NotAllowed
from gongkai.web.applications.actions.enter import enter
from gongkai.web.applications.actions.urge import urge
from gongkai.web.applications.cases import rows_of, state_of
from gongkai.web.applications.models import Application, Note, Standing
from gongkai.web.applications.standing import FIELDS
from gongkai.web.attachments import store
from gongkai.web.attachments.models import Attachment
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import LetterVersion
from gongkai.web.replies.actions.archive import archive
from gongkai.web.replies.actions.correct import correct
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.actions.erase import GONE, erase, why_not
from gongkai.web.replies.actions.propose import propose
from gongkai.web.replies.actions.reassess import reassess
from gongkai.web.replies.models import Erasure, Withheld
from gongkai.web.review.models import ReviewContent
from gongkai.web.rights.actor import Forbidden
from gongkai.web.sealing.fields import SealedRow
from tests.web.applications.lives import NAME, NUMBER, PHONE, at
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, gone, numbered, replied, signed, written

AFTER = at(dt.date(2037, 1, 1))


def archived(office: Office, retention: str = "short") -> Application:
    """A case that was answered, delivered, archived."""
    one = applied(office)
    letter = replied(office, one)
    clerk = office.actor("handler")
    deliver(clerk, letter, Told("received", "in_person", LATER, note="当面签收"), NOON)
    Note.objects.create(
        organ=office.organ, application=one, kind="contact", text=f"致电{PHONE}", by="p", at=NOON, on=LATER
    )
    archive(clerk, one, retention, NOON)
    return one


def spoken_of(office: Office) -> Application:
    """An archived case in which the applicant is named wherever somebody may write what he likes."""
    one, head, clerk = applied(office), office.actor("office_head"), office.actor("handler")
    seen = state_of(one, LATER).position
    enter(clerk, one, Event(Kind.REASONS_REQUESTED, LATER), seen, NOON, words=f"致电{NAME}")
    urge(head, one, f"{NAME}来电催办", NOON)
    wrong = written(office, one)
    void(clerk, wrong, f"{NAME}的姓名有误", seen=wrong.version, now=NOON)
    letter = replied(office, one)
    deliver(clerk, letter, Told("received", "in_person", LATER, note=f"{NAME}签收"), NOON)
    new = correct(clerk, letter, f"误写{NAME}", f"应为{NAME}", on=LATER, seen=0, now=NOON)
    new = gone(office, numbered(office, signed(office, new)))
    deliver(clerk, new, Told("received", "in_person", LATER, note=f"{NAME}签收"), NOON)
    propose(clerk, one, "proactive", f"{NAME}建议", NOON)
    held = Withheld.objects.for_organ(office.organ).get()
    reassess(clerk, held, "keep", f"{NAME}的情况没有变化", on=LATER, now=NOON)
    archive(clerk, one, "short", NOON)
    return one


def private_texts(office: Office) -> str:
    """Everything of the organ that is not a person of the office, sealed columns opened, as one text."""
    out = []
    for model in apps.get_models():
        if not model.__module__.startswith("gongkai.") or "people" in model.__module__:
            continue
        for row in model._base_manager.all():
            for field in model._meta.concrete_fields:
                value = getattr(row, field.name)
                sealed = isinstance(row, SealedRow) and type(value).__name__ == "Sealed"
                out.append(row.opened(field.name) if sealed else str(value))
    return "\n".join(out)


def test_no_free_words_name_him_afterwards(
    bureau: Office, django_capture_on_commit_callbacks: object
) -> None:
    one = spoken_of(bureau)
    assert private_texts(bureau).count(NAME) > 10
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        erase(bureau.actor("office_head"), one, "档案鉴定销毁批准", AFTER)
    left = private_texts(bureau)
    assert [line for line in left.split("\n") if NAME in line] == []
    kept = [path for path in Path(store.store().location).rglob("*") if path.is_file()]
    assert [path.name for path in kept if NAME.encode() in path.read_bytes()] == []
    assert bureau.client("handler").get(f"/office/applications/{one.number}/").status_code == 200


def test_nothing_of_a_person_is_left(bureau: Office, django_capture_on_commit_callbacks: object) -> None:
    one = archived(bureau)
    one.request = f"关于{NAME}的记录"
    one.save()
    before = Standing.objects.for_organ(bureau.organ).get()
    rows = [(row.position, row.kind, row.on) for row in rows_of(one)]
    files = list(Attachment.objects.for_organ(bureau.organ))
    assert NAME in private_texts(bureau)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        erase(bureau.actor("office_head"), one, "档案鉴定销毁批准", AFTER)
    text = private_texts(bureau)
    for word in (NAME, NUMBER, PHONE):
        assert word not in text
    one = Application.objects.for_organ(bureau.organ).get()
    assert (one.request, one.name_index, one.code_hash) == (GONE, "", "")
    after = Standing.objects.for_organ(bureau.organ).get()
    assert [getattr(after, name) for name in FIELDS] == [getattr(before, name) for name in FIELDS]
    assert [(row.position, row.kind, row.on) for row in rows_of(one)] == rows
    assert state_of(one, LATER).case.row == "withheld.state_secret"
    for file in files:
        with pytest.raises(FileError):
            store.read(file.stored_as, file.sha256)
    counts = Erasure.objects.for_organ(bureau.organ).get().counts
    assert counts["letters"] == LetterVersion.objects.for_organ(bureau.organ).count()
    assert counts["reviews"] == ReviewContent.objects.for_organ(bureau.organ).count()
    assert counts["notes"] >= 1
    assert counts["files"] == len(files)
    letter = LetterVersion.objects.for_organ(bureau.organ).first()
    assert letter is not None
    page = bureau.client("handler").get(f"/office/letters/{letter.letter_id}/")
    assert page.status_code == 200
    assert GONE in page.content.decode()
    assert bureau.client("handler").get(f"/office/applications/{one.number}/").status_code == 200


def test_not_before_its_time(bureau: Office) -> None:
    one, head = applied(bureau), bureau.actor("office_head")
    assert "还没有归档" in why_not(one, LATER)
    one = archived(bureau)
    with pytest.raises(NotAllowed, match="2036年12月31日"):
        erase(head, one, "甲", at(dt.date(2036, 12, 31)))
    with pytest.raises(NotAllowed, match="理由"):
        erase(head, one, " ", AFTER)
    with pytest.raises(Forbidden):
        erase(bureau.actor("handler"), one, "甲", AFTER)
    erase(head, one, "甲", AFTER)
    with pytest.raises(NotAllowed, match="已经清除"):
        erase(head, one, "甲", AFTER)
    assert "永久" in why_not(archived(bureau, "permanent"), dt.date(2099, 1, 1))
