"""Filing by a citizen: one form is one application, a bad file never costs it, the office is told."""

from __future__ import annotations

from gongkai.ledger.applications import Applicant
from gongkai.web.applications.actions.file import citizen
from gongkai.web.applications.cases import rows_of
from gongkai.web.applications.codes import code_hash
from gongkai.web.applications.files import subject_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.submit import MOST, Receipt, attach, submit
from gongkai.web.applying.keys import new_key
from gongkai.web.attachments.models import Attachment
from gongkai.web.notices.models import Notice
from tests.security.breaking import breaking, unsound
from tests.web.applications.lives import DAY, at
from tests.web.applying.citizens import PERSON, PNG
from tests.web.offices import Office


def sent(office: Office, key: str, *files: tuple[str, bytes]) -> Receipt:
    return submit(office.organ, str(Applicant.NATURAL_PERSON), PERSON, key, files=files, now=at(DAY))


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


def test_there_is_an_end_to_the_files(office: Office) -> None:
    one = sent(office, new_key()).application
    for number in range(MOST):
        Attachment.objects.create(
            organ=office.organ, subject=subject_of(one), name="a", kind="png", media_type="image/png", size=1,
            sha256=str(number), stored_as=str(number), added_by="citizen", added_at=at(DAY),
        )  # fmt: skip
    taken, left = attach(citizen(office.organ), one, [("更多.png", PNG)], at(DAY))
    assert taken == ()
    assert str(MOST) in left[0]


def test_a_full_disk_costs_the_file_and_not_the_application(office: Office) -> None:
    """Security check C05: whichever write of the file fails, the application stands and the file is told of."""
    reach, told = 0, []
    while True:
        reach += 1
        one = sent(office, new_key()).application
        with breaking(reach) as breaker:
            taken, left = attach(citizen(office.organ), one, [("a.png", PNG)], at(DAY))
        assert unsound() == []
        assert Application.objects.for_organ(office.organ).filter(pk=one.pk).exists()
        if not breaker.broke:
            break
        told += left
        assert (taken, [one.count("稍后补充提交") for one in left]) == ((), [1])
        assert not Attachment.objects.for_organ(office.organ).of(subject_of(one))
        assert len(attach(citizen(office.organ), one, [("a.png", PNG)], at(DAY))[0]) == 1, (
            "once more it is taken"
        )
    assert len(taken) == 1
    assert len(told) > 3
