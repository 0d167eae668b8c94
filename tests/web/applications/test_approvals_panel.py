"""The panel of requests, the offers to ask, and the form that begins with what was asked."""

from __future__ import annotations

from gongkai.web.applications.approvals_panel import (
    act_for,
    asked_acts,
    context,
    matter_of,
    prefilled,
    register,
    told,
)
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.entry_acts import ACTS
from gongkai.web.applications.offers import offered
from tests.web.applications.actions.test_approve import asked
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def test_what_needs_an_approver() -> None:
    assert {key for key, _ in asked_acts()} == {"extended", "deferred", "fee-notice", "voided"}
    assert matter_of(ACTS["extended"]) == "延长答复期限"
    assert act_for("fee_notice")[0] == "fee-notice"
    assert list(told(ACTS["extended"].form, {"days": "5", "words": "材料多"})) == [
        ("延长的工作日数", "5"),
        ("延期的理由", "材料多"),
    ]
    assert list(told(ACTS["deferred"].form, {"on": "2026-03-02", "until": "2026-04-10", "words": ""})) == [
        ("告知申请人延迟答复的日期", "2026年3月2日"),
        ("确定的答复截止日", "2026年4月10日"),
        ("延迟答复的理由", ""),
    ]


def test_the_panel(office: Office) -> None:
    one, _ = filed(office)
    assert context(office.actor("handler"), state_of(one, DAY)) is None
    request = asked(office, one)
    found = context(office.actor("office_head"), state_of(one, DAY))
    assert found
    assert found["may_answer"]
    assert found["requests"][0]["waits"]
    assert prefilled(one, str(request.pk))["days"] == "5"
    assert prefilled(one, "no such") == {}
    assert prefilled(filed(office)[0], str(request.pk)) == {}


def test_offered_to_who_does_not_approve(office: Office) -> None:
    register()
    one, _ = filed(office)

    def open_for(role: str) -> bool:
        found = offered(office.actor(role), state_of(one, DAY))
        return next(o.open for o in found if o.offer.key == "ask-extended")

    assert open_for("handler")
    assert not open_for("office_head")
    asked(office, one)
    assert not open_for("handler")
