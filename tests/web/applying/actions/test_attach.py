"""Files come to their application: those of the form, and those held for it; a bad one costs nothing but itself."""

from __future__ import annotations

import pytest

from gongkai.web.applications.actions.file import citizen
from gongkai.web.applications.files import subject_of
from gongkai.web.applications.models import Application
from gongkai.web.applying.actions.attach import MOST, adopt, attach, files_of
from gongkai.web.applying.actions.hold import hold
from gongkai.web.applying.holding import NOTHING, Given, NotHeld, for_answer, for_filing
from gongkai.web.applying.models import HeldFile
from gongkai.web.attachments import store
from gongkai.web.attachments.models import Attachment
from tests.security.breaking import breaking, unsound
from tests.web.applications.lives import DAY, at
from tests.web.applying.citizens import EXE, HERE, PNG, cited, held_for, picture
from tests.web.offices import Office

NOW = at(DAY)


def test_once_each_and_a_bad_one_is_told(office: Office) -> None:
    one, _ = cited(office)
    actor = citizen(office.organ)
    (left,) = attach(actor, one, [("a.png", PNG), ("b.png", PNG), ("程序.exe", EXE), ("", b"")], NOW)
    assert "程序.exe" in left
    assert [file.name for file in files_of(actor, one).values()] == ["a.png"]


def test_there_is_an_end_to_the_files(office: Office) -> None:
    one, _ = cited(office)
    for number in range(MOST):
        Attachment.objects.create(
            organ=office.organ, subject=subject_of(one), name="a", kind="png", media_type="image/png", size=1,
            sha256=str(number), stored_as=str(number), added_by="citizen", added_at=at(DAY),
        )  # fmt: skip
    (left,) = attach(citizen(office.organ), one, [("更多.png", PNG)], at(DAY))
    assert str(MOST) in left


def test_a_full_disk_costs_the_file_and_not_the_application(office: Office) -> None:
    """Security check C05: whichever write of the file fails, the application stands and the file is told of."""
    reach, told = 0, []
    actor = citizen(office.organ)
    while True:
        reach += 1
        one, _ = cited(office)
        with breaking(reach) as breaker:
            left = attach(actor, one, [("a.png", PNG)], at(DAY))
        assert unsound() == []
        assert Application.objects.for_organ(office.organ).filter(pk=one.pk).exists()
        if not breaker.broke:
            break
        told += left
        assert [words.count("稍后补充提交") for words in left] == [1]
        assert not files_of(actor, one)
        assert attach(actor, one, [("a.png", PNG)], at(DAY)) == ()
        assert len(files_of(actor, one)) == 1, "once more it is taken"
    assert len(files_of(actor, one)) == 1
    assert len(told) > 3


def test_held_for_one_act_and_no_other(office: Office, other_office: Office) -> None:
    """A token opens nothing for another organ, another case, another act of the same case."""
    (one, _), (other, _) = cited(office), cited(office)
    mine, _ = cited(other_office)
    purpose = for_answer(one, "correction")
    token = hold(office.organ, purpose, NOTHING, [("a.png", PNG)], address=HERE, now=NOW).token
    actor = citizen(office.organ)
    wrong = (
        (one, for_answer(one, "material")), (one, for_filing(office.organ)),
        (other, for_answer(other, "correction")), (mine, purpose),
    )  # fmt: skip
    for case, asked in wrong:
        with pytest.raises(NotHeld):
            adopt(citizen(case.organ), case, asked, Given(token), NOW)
    assert adopt(actor, one, purpose, Given(token), NOW) == ()
    assert len(files_of(actor, one)) == 1


def test_one_that_is_there_already_comes_once(office: Office) -> None:
    one, _ = cited(office)
    actor = citizen(office.organ)
    attach(actor, one, [("a.png", PNG)], NOW)
    token = held_for(office, ("b.png", PNG), ("c.png", picture(1)), now=NOW).token
    assert adopt(actor, one, for_filing(office.organ), Given(token), NOW) == ()
    assert {file.name for file in files_of(actor, one).values()} == {"a.png", "c.png"}
    assert not HeldFile.objects.for_organ(office.organ).exists()


def test_one_that_does_not_open_costs_itself(office: Office) -> None:
    """Bytes changed on the disk, gone, or of another row: told of, the others come."""
    one, _ = cited(office)
    actor = citizen(office.organ)
    names = [("a.png", picture(1)), ("b.png", picture(2)), ("c.png", picture(3))]
    holding = held_for(office, *names, now=NOW)
    rows = {row.told["name"]: row for row in HeldFile.objects.for_organ(office.organ)}
    store.drop(rows["a.png"].stored_as)
    HeldFile.objects.for_organ(office.organ).filter(pk=rows["b.png"].pk).update(about=rows["c.png"].about)
    left = adopt(actor, one, for_filing(office.organ), Given(holding.token), NOW)
    assert [file.name for file in files_of(actor, one).values()] == ["c.png"]
    assert len(left) == 2
    assert all("稍后补充提交" in words for words in left)


@pytest.mark.django_db(transaction=True)
def test_control_not_outside_of_the_act(office: Office) -> None:
    one, _ = cited(office)
    token = held_for(office, ("a.png", PNG), now=NOW).token
    with pytest.raises(RuntimeError, match="transaction"):
        adopt(citizen(office.organ), one, for_filing(office.organ), Given(token), NOW)
