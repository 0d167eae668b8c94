"""After the answer: the panel, the acts that are offered, what waits on the start page."""

from __future__ import annotations

import datetime as dt

from gongkai.web.applications.cases import state_of
from gongkai.web.replies.actions.archive import archive
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.afterwards import kept, looks, may_archive, may_erase, may_propose
from gongkai.web.replies.models import Withheld
from tests.web.applications.lives import DAY
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied


def test_what_became_of_it(bureau: Office) -> None:
    one, clerk = applied(bureau), bureau.actor("handler")
    assert kept(clerk, state_of(one, DAY)) is None
    assert "还没有办结" in str(may_archive(state_of(one, DAY)))
    letter = replied(bureau, one)
    deliver(clerk, letter, Told("received", "in_person", LATER, note="当面签收"), NOON)
    state = state_of(one, LATER)
    assert may_archive(state) == ""
    assert may_erase(state) is None
    archive(clerk, one, "short", NOON)
    assert may_archive(state) is None
    assert "2036年12月31日" in str(may_erase(state))
    assert may_erase(state_of(one, dt.date(2037, 1, 1))) == ""
    assert may_propose(state) == ""
    page = bureau.client("handler").get(f"/office/applications/{one.number}/").content.decode()
    assert "不予公开登记" in page
    assert "2026-依申请公开-0001" in page


def test_what_is_to_be_looked_at_waits(bureau: Office) -> None:
    replied(bureau, applied(bureau))
    row = Withheld.objects.for_organ(bureau.organ).get()
    actor = bureau.actor("handler")
    assert list(looks(bureau.organ, actor, row.first_on - dt.timedelta(30) - dt.timedelta(1))) == []
    waiting = list(looks(bureau.organ, actor, row.first_on - dt.timedelta(30)))
    assert [one.due for one in waiting] == [row.first_on]
