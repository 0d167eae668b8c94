"""Filing by a citizen: one form is one application, a bad file never costs it, the office is told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.ledger.applications import Applicant
from gongkai.web.applications.cases import rows_of
from gongkai.web.applications.codes import code_hash
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.submit import Receipt, submit
from gongkai.web.applying.holding import NOTHING, Given, NotHeld, lasts
from gongkai.web.applying.keys import new_key
from gongkai.web.applying.models import HeldFile
from gongkai.web.attachments import store
from gongkai.web.audit.models import AuditLine
from gongkai.web.notices.models import Notice
from tests.security.breaking import breaking, unsound
from tests.web.applications.lives import DAY, at
from tests.web.applying.citizens import PERSON, PNG, held_for, picture
from tests.web.offices import Office

NOW = at(DAY)


def sent(
    office: Office, key: str, *files: tuple[str, bytes], given: Given = NOTHING, now: dt.datetime = NOW
) -> Receipt:
    column = str(Applicant.NATURAL_PERSON)
    return submit(office.organ, column, PERSON, key, files=files, now=now, given=given)


def test_filed_told_and_sealed(office: Office) -> None:
    handler = office.person("handler")
    found = sent(office, new_key())
    one = Application.objects.for_organ(office.organ).get()
    assert found.application == one
    assert one.code_hash == code_hash(found.code)
    assert [row.kind for row in rows_of(one)] == ["submitted"]
    assert one.opened("name") == PERSON["name"]
    notice = Notice.objects.for_organ(office.organ).get(person=handler)
    assert one.number in notice.title
    assert not any(word in notice.title + notice.text for word in (PERSON["name"], PERSON["phone"]))


def test_the_same_form_is_one_application_with_one_code(office: Office) -> None:
    key = new_key()
    first, again = sent(office, key, ("a.png", PNG)), sent(office, key, ("a.png", PNG))
    assert (first.again, again.again) == (False, True)
    assert first.code == again.code
    assert first.application.pk == again.application.pk
    assert [one.pk for one in first.files] == [one.pk for one in again.files]
    assert sent(office, new_key()).application.pk != first.application.pk
    assert sent(office, "").code != sent(office, "").code


def test_a_bad_file_is_told_and_costs_nothing(office: Office) -> None:
    found = sent(office, new_key(), ("说明.png", PNG), ("程序.exe", b"MZ\x90\x00" + b"\x00" * 200), ("", b""))
    assert [one.name for one in found.files] == ["说明.png"]
    assert len(found.left) == 1
    assert "程序.exe" in found.left[0]
    assert Application.objects.for_organ(office.organ).count() == 1


def test_what_was_held_is_filed_and_held_no_more(
    office: Office, django_capture_on_commit_callbacks: Any
) -> None:
    """The same bytes under the same name, told in the audit; of the sealed ones nothing is left."""
    holding = held_for(office, ("身份证明.png", picture(1)), ("说明.png", picture(2)), now=NOW)
    sealed = set(HeldFile.objects.for_organ(office.organ).values_list("stored_as", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        found = sent(office, new_key(), ("更多.png", picture(3)), given=Given(holding.token))
    assert {one.name: store.read(one.stored_as, one.sha256) for one in found.files} == {
        "身份证明.png": picture(1), "说明.png": picture(2), "更多.png": picture(3),
    }  # fmt: skip
    assert found.left == ()
    assert not HeldFile.objects.for_organ(office.organ).exists()
    assert not sealed & set(store.names())
    assert AuditLine.objects.filter(act="attachments.add").count() == 3


def test_what_is_left_out_is_filed_nowhere(office: Office, django_capture_on_commit_callbacks: Any) -> None:
    holding = held_for(office, ("身份证明.png", picture(1)), ("说明.png", picture(2)), now=NOW)
    given = Given(holding.token, frozenset({str(holding.files[0].id), "x"}))
    with django_capture_on_commit_callbacks(execute=True):
        found = sent(office, new_key(), given=given)
    assert [one.name for one in found.files] == ["说明.png"]
    assert not HeldFile.objects.for_organ(office.organ).exists()
    assert set(store.names()) >= {found.files[0].stored_as}


def test_the_same_form_again_has_its_files(office: Office) -> None:
    """Its token was used: it is told the same, and not that the files are to be chosen again."""
    key, holding = new_key(), held_for(office, ("身份证明.png", PNG), now=NOW)
    first = sent(office, key, given=Given(holding.token))
    again = sent(office, key, given=Given(holding.token))
    assert (again.again, again.code, again.left) == (True, first.code, ())
    assert [one.pk for one in again.files] == [one.pk for one in first.files]
    assert len(first.files) == 1


def test_until_its_last_moment_and_no_longer(office: Office) -> None:
    """Both sides of the end; a form whose files are gone is not filed, and can be filed without them."""
    end = NOW + lasts()
    holding = held_for(office, ("身份证明.png", PNG), now=NOW)
    with pytest.raises(NotHeld):
        sent(office, new_key(), given=Given(holding.token), now=end)
    assert not Application.objects.for_organ(office.organ).exists()
    found = sent(office, new_key(), given=Given(holding.token), now=end - dt.timedelta(microseconds=1))
    assert len(found.files) == 1
    assert sent(office, new_key(), now=end).files == ()


def test_a_token_is_good_for_one_form(office: Office) -> None:
    holding = held_for(office, ("身份证明.png", PNG), now=NOW)
    sent(office, new_key(), given=Given(holding.token))
    for token in (holding.token, "x", "A" * 32, "\x00"):
        with pytest.raises(NotHeld):
            sent(office, new_key(), given=Given(token))
    assert Application.objects.for_organ(office.organ).count() == 1


def test_what_fails_on_the_way_stays_held_or_is_filed(office: Office) -> None:
    """Security check C05: at each reach the file is the application's or still held, whole, and never both."""
    reach = 0
    kept = []
    while True:
        reach += 1
        key, holding = (
            new_key(),
            held_for(office, ("身份证明.png", picture(reach % 200)), now=NOW + dt.timedelta(hours=reach)),
        )
        now = NOW + dt.timedelta(hours=reach)
        given = Given(holding.token)
        with breaking(reach) as breaker:
            try:
                first: Receipt | None = sent(office, key, given=given, now=now)
            except Exception:
                first = None
        assert unsound() == []
        mine = HeldFile.objects.for_organ(office.organ).filter(pk=holding.files[0].id)
        filed = len(first.files) if first else 0
        assert filed + mine.count() == 1, breaker.broke
        assert bool(first and first.left) is bool(first and mine.count()), "told of, and still held"
        kept.append(filed)
        assert len(sent(office, key, given=given, now=now).files) == 1, "once more it is taken"
        assert not mine.exists()
        if not breaker.broke:
            break
    assert kept[-1] == 1
    assert kept.count(0) > 5
