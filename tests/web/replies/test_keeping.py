"""What is withheld goes on the register when the reply leaves, with the day of the next look."""

from __future__ import annotations

import datetime as dt

from gongkai.web.replies.keeping import keep_withheld, next_look
from gongkai.web.replies.models import Withheld
from tests.web.offices import Office
from tests.web.replies.desk import LATER, applied, replied


def test_a_reply_that_withholds_is_registered_once(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one)
    row = Withheld.objects.for_organ(bureau.organ).get()
    assert (row.letter, row.ground, row.since) == (letter, "withheld.state_secret", LATER)
    assert row.first_on == dt.date(2027, 3, 11) == next_look(one, LATER)
    keep_withheld(one, letter, "withheld.state_secret", LATER)
    assert Withheld.objects.for_organ(bureau.organ).count() == 1


def test_other_replies_are_not(bureau: Office) -> None:
    one = applied(bureau)
    replied(bureau, one, "D10")
    replied(bureau, applied(bureau), "D14")
    assert not Withheld.objects.for_organ(bureau.organ).exists()
