"""Pages that add an entry: done, refused with the core's sentence, and two people at once."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.applications.entry_acts import ACTS
from tests.web.applications.acting import now_of, posted, recent
from tests.web.offices import Office


def test_every_act_opens(office: Office) -> None:
    one = recent(office)
    client = office.client("office_head")
    for act in ACTS.values():
        page = client.get(act.address(one))
        assert page.status_code == 200
        assert act.words in page.content.decode()


def test_done_and_back(office: Office) -> None:
    one = recent(office)
    client = office.client("handler")
    last = (now_of(one).on + dt.timedelta(15)).isoformat()
    done = posted(client, one, "events", "correction-notice", until=last, words="请写明年度")
    assert done.status_code == 302
    text = client.get(done["Location"]).content.decode()
    assert "请写明年度" in text
    assert "等待补正" in text


def test_refused_with_its_reason(office: Office) -> None:
    one = recent(office)
    answer = posted(office.client("handler"), one, "events", "corrected")
    assert answer.status_code == 422
    assert "收到补正" in answer.content.decode()
    assert now_of(one).position == 1


@pytest.mark.parametrize(
    ("room", "kind"), [("events", "extended"), ("approvals", "corrected"), ("events", "none")]
)
def test_the_wrong_room(office: Office, room: str, kind: str) -> None:
    one = recent(office)
    assert (
        office.client("office_head").get(f"/office/applications/{one.number}/{room}/{kind}/").status_code
        == 404
    )


def test_two_at_once(office: Office) -> None:
    """One act wins; the other is told who did what meanwhile, and keeps what was typed."""
    one = recent(office)
    first, second = office.client("handler"), office.client("handler", 2)
    seen = now_of(one).position
    assert posted(first, one, "events", "reasons-requested", words="当月已经四十件").status_code == 302
    answer = posted(second, one, "events", "withdrawn", seen=seen, words="来电要求撤回")
    text = answer.content.decode()
    assert answer.status_code == 409
    assert f"{office.person('handler').name}登记了“要求说明理由”" in text
    assert "来电要求撤回" in text
    assert now_of(one).position == seen + 1
    # What was kept can be sent again on the case as it is now.
    assert posted(second, one, "events", "withdrawn", words="来电要求撤回").status_code == 302


def test_a_day_that_has_not_come(office: Office) -> None:
    one = recent(office)
    later = (now_of(one).on + dt.timedelta(2)).isoformat()
    answer = posted(office.client("handler"), one, "events", "withdrawn", on=later)
    assert answer.status_code == 422
    assert "还没有到" in answer.content.decode()


def test_another_organ(office: Office, other_office: Office) -> None:
    one = recent(office)
    assert posted(other_office.client("handler"), one, "events", "withdrawn").status_code == 404
