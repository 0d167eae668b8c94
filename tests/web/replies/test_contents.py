"""The list of a file: everything in it, numbered, in order; what is left to do before."""

from __future__ import annotations

from gongkai.web.applications.cases import state_of
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.contents import contents, files_of_letters, sent_letters, undelivered, unsent_letters
from tests.web.letters.bureau import PDF
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, numbered, replied, signed, written


def test_everything_is_listed_in_order(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one)
    state = state_of(one, LATER)
    assert undelivered(state) == [letter]
    told = Told("received", "registered_mail", LATER, "XA1", file=("回证.pdf", PDF))
    deliver(bureau.actor("handler"), letter, told, NOON)
    state = state_of(one, LATER)
    listed = contents(state)
    assert [item["place"] for item in listed] == list(range(1, len(listed) + 1))
    assert listed[0]["title"] == "政府信息公开申请"
    assert letter.number in {item["number"] for item in listed}
    assert any("送达凭证" in item["title"] for item in listed)
    assert [item["on"] for item in listed] == sorted(item["on"] for item in listed)
    assert (sent_letters(state), undelivered(state)) == ([letter], [])
    assert len(files_of_letters(state)) == 3


def test_what_was_numbered_and_kept_back(bureau: Office) -> None:
    one = applied(bureau)
    letter = numbered(bureau, signed(bureau, written(bureau, one)))
    assert unsent_letters(state_of(one, LATER)) == [letter]
    assert sent_letters(state_of(one, LATER)) == []
