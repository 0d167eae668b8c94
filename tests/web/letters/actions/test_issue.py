"""Numbers: taken on issuing, without gaps, by two at once too; a number never comes twice."""

from __future__ import annotations

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import connection, connections, transaction

from gongkai.values.errors import NotAllowed
from gongkai.web.audit.models import AuditLine
from gongkai.web.entries.models import Serial, next_number
from gongkai.web.entries.row import Taken
from gongkai.web.letters.actions import issue as module
from gongkai.web.letters.actions.issue import TRIES, issue
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import Letter
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.rights.actor import Forbidden
from tests.web.letters.bureau import DAY, NOW, cases_known, drafted
from tests.web.offices import Office


def test_numbers_follow_each_other(bureau: Office) -> None:
    head = bureau.actor("office_head")
    letters = [issue(head, drafted(bureau), on=DAY, seen=1, now=NOW) for _ in range(3)]
    assert [one.number for one in letters] == [f"临司公开答〔2026〕{n}号" for n in (1, 2, 3)]
    other = issue(head, drafted(bureau, "D04"), on=DAY, seen=1, now=NOW)
    assert other.number == "临司公开告〔2026〕1号"
    trial = issue(head, drafted(bureau, subject="trial/1"), on=DAY, seen=1, now=NOW)
    assert trial.number == "临司公开试答〔2026〕1号"


def test_the_version_that_is_printed_bears_the_number(bureau: Office) -> None:
    one = issue(bureau.actor("office_head"), drafted(bureau), on=DAY, seen=1, now=NOW)
    assert one.version == 2
    assert paper_in(present(one)).number == "临司公开答〔2026〕1号"
    assert present(one).pdf.name == "政府信息公开申请答复书_临司公开答〔2026〕1号_第2版.pdf"
    line = AuditLine.objects.filter(act="letters.issue").get()
    assert line.data == {"number": one.number, "version": 2, "text": one.digest}


def test_a_voided_number_is_not_given_again(bureau: Office) -> None:
    head = bureau.actor("office_head")
    one = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    void(head, one, "文种用错", seen=2, now=NOW)
    two = issue(head, drafted(bureau), on=DAY, seen=1, now=NOW)
    assert (one.serial, two.serial) == (1, 2)


def test_the_year_is_that_of_the_day(bureau: Office) -> None:
    day = dt.date(2025, 12, 31)
    one = issue(bureau.actor("office_head"), drafted(bureau), on=day, seen=1, now=NOW)
    assert one.number == "临司公开答〔2025〕1号"
    assert one.on == day


def test_what_is_not_allowed_takes_no_number(bureau: Office) -> None:
    head, one = bureau.actor("office_head"), drafted(bureau)
    with pytest.raises(Forbidden):
        issue(bureau.actor("reviewer"), one, on=DAY, seen=1, now=NOW)
    with pytest.raises(NotAllowed, match="还没有到"):
        issue(head, one, on=DAY + dt.timedelta(days=1), seen=1, now=NOW)
    with pytest.raises(Taken):
        issue(head, one, on=DAY, seen=2, now=NOW)
    hold = cases_known(holds=lambda letter: "还没有审批。")
    with hold, pytest.raises(NotAllowed, match="审批"):
        issue(head, one, on=DAY, seen=1, now=NOW)
    assert not Serial.objects.for_organ(bureau.organ).filter(series__startswith="letters/").exists()
    once = issue(head, one, on=DAY, seen=1, now=NOW)
    with pytest.raises(NotAllowed, match="已经编号"):
        issue(head, once, on=DAY, seen=2, now=NOW)
    assert Serial.objects.for_organ(bureau.organ).get(series="letters/答").last == 1


def test_overtaken_on_the_way_makes_its_files_again(bureau: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody takes the number while the PDF is being set: the next one is taken, and none is left out."""
    usual, count = module.make, []

    def slow(*args: Any) -> Any:
        if not count:
            with transaction.atomic():
                next_number(bureau.organ, "letters/答", 2026)
        count.append(1)
        return usual(*args)

    monkeypatch.setattr(module, "make", slow)
    one = issue(bureau.actor("office_head"), drafted(bureau), on=DAY, seen=1, now=NOW)
    assert len(count) == 2
    assert one.number == "临司公开答〔2026〕2号"
    assert paper_in(present(one)).number == one.number


def test_control_always_overtaken_is_told(bureau: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    usual, one = module.make, drafted(bureau)

    def slow(*args: Any) -> Any:
        with transaction.atomic():
            next_number(bureau.organ, "letters/答", 2026)
        return usual(*args)

    monkeypatch.setattr(module, "make", slow)
    with pytest.raises(Taken):
        issue(bureau.actor("office_head"), one, on=DAY, seen=1, now=NOW)
    assert Serial.objects.for_organ(bureau.organ).get(series="letters/答").last == TRIES
    assert Letter.objects.for_organ(bureau.organ).get().number == ""


@pytest.mark.django_db(transaction=True)
def test_two_at_once(bureau: Office) -> None:
    """Security check C40, with real transactions of several threads."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():  # type: ignore[attr-defined]
        pytest.skip("a database in memory is shared by no second connection; the PostgreSQL run has this")
    head, letters = bureau.actor("office_head"), [drafted(bureau) for _ in range(4)]
    wrong: list[BaseException] = []

    def act(one: Letter) -> None:
        try:
            issue(head, one, on=DAY, seen=1, now=NOW)
        except BaseException as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=act, args=(one,)) for one in letters]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    rows = Letter.objects.for_organ(bureau.organ)
    assert sorted(rows.values_list("serial", flat=True)) == [1, 2, 3, 4]
