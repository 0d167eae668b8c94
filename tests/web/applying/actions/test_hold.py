"""Holding files of a form that came back: past the gates, sealed, bounded, for a short time, for one form alone."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.web.applying.actions.attach import MOST
from gongkai.web.applying.actions.hold import SHARE, clear
from gongkai.web.applying.holding import ENDED, Given, for_filing, held, lasts
from gongkai.web.applying.models import HeldFile
from gongkai.web.attachments import store
from gongkai.web.attachments.models import Attachment
from gongkai.web.limits.models import Tried
from gongkai.web.limits.table import limit
from tests.web.applications.lives import DAY, at
from tests.web.applying.citizens import EXE, HERE, PNG, held_for, picture
from tests.web.offices import Office

NOW = at(DAY)
SECOND = dt.timedelta(seconds=1)


def names(found: Any) -> list[str]:
    return [one.name for one in found.files]


def rows(office: Office) -> Any:
    return HeldFile.objects.for_organ(office.organ)


def test_sealed_named_and_no_attachment(office: Office) -> None:
    found = held_for(office, ("身份证明.png", PNG), ("程序.exe", EXE), ("", b""), now=NOW)
    assert names(found) == ["身份证明.png"]
    assert found.until == NOW + lasts()
    assert len(found.left) == 1
    assert "“程序.exe”没有收下" in found.left[0]
    (row,) = rows(office)
    body = store.read(row.stored_as, row.sha256)
    assert PNG[8:] not in body
    columns = " ".join(str(value) for value in rows(office).values_list().get())
    for secret in (found.token, "身份证明", HERE, row.told["of"], row.told["key"]):
        assert secret not in columns
    assert len(found.token) * 6 >= 128
    assert not Attachment.objects.for_organ(office.organ).exists()


def test_more_come_to_the_same_token_and_the_time_begins_anew(office: Office) -> None:
    first = held_for(office, ("a.png", picture(1)), now=NOW)
    later = NOW + lasts() - SECOND
    more = held_for(
        office, ("b.png", picture(2)), ("又.png", picture(1)), now=later, given=Given(first.token)
    )
    assert (more.token, names(more), more.until) == (first.token, ["a.png", "b.png"], later + lasts())
    looked = held_for(office, now=later + SECOND, given=Given(first.token))
    assert (names(looked), looked.until) == (names(more), more.until), "looking alone keeps nothing longer"


def test_left_out_and_chosen_anew(office: Office, django_capture_on_commit_callbacks: Any) -> None:
    found = held_for(office, ("a.png", picture(1)), ("b.png", picture(2)), now=NOW)
    place = rows(office).get(pk=found.files[0].id).stored_as
    leave = Given(found.token, frozenset({str(found.files[0].id)}))
    with django_capture_on_commit_callbacks(execute=True):
        assert names(held_for(office, now=NOW, given=leave)) == ["b.png"]
    assert place not in set(store.names())
    again = held_for(office, ("a.png", picture(1)), now=NOW, given=leave)
    assert names(again) == ["b.png", "a.png"]


def test_a_foreign_id_leaves_nothing_out(office: Office) -> None:
    mine, other = (held_for(office, ("a.png", PNG), now=NOW) for _ in range(2))
    wrong = Given(mine.token, frozenset({str(other.files[0].id)}))
    assert names(held_for(office, now=NOW, given=wrong)) == ["a.png"]
    assert names(held_for(office, now=NOW, given=Given(other.token))) == ["a.png"]


def test_every_wrong_token_is_told_the_same(office: Office, other_office: Office) -> None:
    """Never given, ended, used up, of another organ: one sentence, and the new file gets a token of its own."""
    foreign = held_for(other_office, ("a.png", PNG), now=NOW).token
    ended = held_for(office, ("a.png", PNG), now=NOW - lasts()).token
    gone = held_for(office, ("a.png", PNG), now=NOW)
    held_for(office, now=NOW, given=Given(gone.token, frozenset({str(gone.files[0].id)})))
    for token in (foreign, ended, gone.token, "A" * 32, "x", "\x00", "é" * 32):
        told = held_for(office, now=NOW, given=Given(token))
        assert (told.token, told.files, told.left) == ("", (), (ENDED,))
    fresh = held_for(office, ("b.png", PNG), now=NOW, given=Given(foreign))
    assert fresh.token not in ("", foreign)
    assert held(other_office.organ, for_filing(other_office.organ), foreign, NOW).count() == 1


def test_cleared_at_its_end_and_not_before(office: Office, django_capture_on_commit_callbacks: Any) -> None:
    found = held_for(office, ("a.png", PNG), now=NOW)
    (row,) = rows(office)
    end = NOW + lasts()
    assert clear(end - SECOND) == 0
    assert names(held_for(office, now=end - SECOND, given=Given(found.token))) == ["a.png"]
    assert held_for(office, now=end, given=Given(found.token)).left == (ENDED,)
    with django_capture_on_commit_callbacks(execute=True):
        assert clear(end) == 1
    assert row.stored_as not in set(store.names())
    assert not rows(office).exists()


def test_no_more_than_an_application_takes(office: Office) -> None:
    files = [(f"{n}.png", picture(n)) for n in range(MOST + 1)]
    found = held_for(office, *files[:2], now=NOW)
    found = held_for(office, *files, now=NOW, given=Given(found.token))
    assert len(found.files) == MOST
    assert [f"{MOST}.png" in words for words in found.left] == [True]


def test_so_many_times_from_one_address(office: Office) -> None:
    """Over the limit the files are asked for again; nobody else is held up."""
    Tried.objects.all().delete()
    first = held_for(office, ("a.png", PNG), now=NOW)
    Tried.objects.filter(key="hold").update(count=limit("hold").count)
    told = held_for(office, ("b.png", picture(1)), now=NOW, given=Given(first.token))
    assert names(told) == ["a.png"]
    assert "“b.png”没有能够暂存" in told.left[0]
    assert names(held_for(office, ("c.png", PNG), now=NOW, address="192.0.2.21")) == ["c.png"]
    Tried.objects.filter(key="hold_all").update(count=limit("hold_all").count)
    assert names(held_for(office, ("c.png", PNG), now=NOW, address="192.0.2.22")) == []


@pytest.mark.parametrize("whose", ["address", "all"])
def test_so_many_bytes(office: Office, settings: Any, whose: str) -> None:
    """Both sides of the bound, exactly; one address holds the fifth part at most."""
    held_for(office, ("a.png", PNG), now=NOW)
    size = rows(office).get().size
    settings.HELD_BYTES = 2 * size * (SHARE if whose == "address" else 1)
    address = HERE
    if whose == "all":  # many, each with little
        rows(office).update(sender="another")
        settings.HELD_BYTES = size * SHARE
        for n in range(SHARE - 2):
            assert names(held_for(office, ("a.png", PNG), now=NOW, address=f"192.0.2.{30 + n}"))
        address = "192.0.2.60"
    before = rows(office).count()
    assert names(held_for(office, ("b.png", PNG), now=NOW, address=address)) == ["b.png"], "it just fits"
    places = set(store.names())
    told = held_for(office, ("c.png", PNG), now=NOW, address=address if whose == "address" else "192.0.2.61")
    assert (told.files, ["没有能够暂存" in words for words in told.left]) == ((), [True])
    assert rows(office).count() == before + 1
    assert set(store.names()) == places


def test_switched_off_nothing_is_held(office: Office, settings: Any) -> None:
    settings.HELD_BYTES = 0
    told = held_for(office, ("a.png", PNG), now=NOW)
    assert (told.token, told.files, len(told.left)) == ("", (), 1)
    assert not rows(office).exists()
