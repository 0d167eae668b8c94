"""The page offers what can take the same proposals, and says of the rest why not."""

from __future__ import annotations

from django.utils import timezone

from gongkai.web.applications.actions.propose import propose
from gongkai.web.applications.actions.propose_same import standing_of
from gongkai.web.applications.actions.together import join
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.proposals_panel import same_why_not
from tests.web.applications.acting import now_of, recent
from tests.web.applications.actions.test_propose import SEARCH
from tests.web.offices import Office


def test_from_the_page_of_the_leading_case(office: Office) -> None:
    lead, one = recent(office), recent(office)
    client, actor, today = office.client("handler"), office.actor("handler"), timezone.localdate()
    address = f"/office/applications/{lead.number}/same/"
    assert same_why_not(now_of(lead)) is None
    join(actor, one, lead, state_of(one, today).position, timezone.now())
    assert "还没有处理意见" in (same_why_not(now_of(lead)) or "")
    propose(actor, lead, SEARCH, 0, timezone.now())
    assert same_why_not(now_of(lead)) == ""
    assert address in client.get(f"/office/applications/{lead.number}/").content.decode()
    assert f'value="{one.number}"' in client.get(address).content.decode()
    done = client.post(address, {"case": one.number}, follow=True).content.decode()
    assert f"已拟定同样的处理意见：{one.number}" in done
    assert "已有处理意见" in done
    assert [each.kind for each in standing_of(one)] == [SEARCH.kind]
    assert "没有选择申请" in client.post(address, follow=True).content.decode()


def test_without_proposals_it_leads_back(office: Office) -> None:
    lead = recent(office)
    done = office.client("handler").post(f"/office/applications/{lead.number}/same/", follow=True)
    assert "请先拟定" in done.content.decode()
