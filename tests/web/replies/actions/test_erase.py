"""After its time nothing of a person is left in any table or file; what is counted is the same as before."""

from __future__ import annotations

import datetime as dt

import pytest
from django.apps import apps

from gongkai.values.errors import FileError, NotAllowed
from gongkai.web.applications.cases import rows_of, state_of
from gongkai.web.applications.models import Application, Note, Standing
from gongkai.web.applications.standing import FIELDS
from gongkai.web.attachments import store
from gongkai.web.attachments.models import Attachment
from gongkai.web.letters.models import LetterVersion
from gongkai.web.replies.actions.archive import archive
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.actions.erase import GONE, erase, why_not
from gongkai.web.replies.models import Erasure
from gongkai.web.review.models import ReviewContent
from gongkai.web.rights.actor import Forbidden
from gongkai.web.sealing.fields import SealedRow
from tests.web.applications.lives import NAME, NUMBER, PHONE, at
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied

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
    with pytest.raises(NotAllowed, match="2036-12-31"):
        erase(head, one, "甲", at(dt.date(2036, 12, 31)))
    with pytest.raises(NotAllowed, match="理由"):
        erase(head, one, " ", AFTER)
    with pytest.raises(Forbidden):
        erase(bureau.actor("handler"), one, "甲", AFTER)
    erase(head, one, "甲", AFTER)
    with pytest.raises(NotAllowed, match="已经清除"):
        erase(head, one, "甲", AFTER)
    assert "永久" in why_not(archived(bureau, "permanent"), dt.date(2099, 1, 1))
