"""The list of 督办 has its three kinds, and urging is a page away."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.web.applications.models import Standing
from gongkai.web.applications.urgency import WORDS
from gongkai.web.applications.views.oversight import KINDS
from tests.web.applications.lives import filed
from tests.web.offices import Office

PAGE = "/office/applications/oversight/"


def test_the_three_kinds(office: Office) -> None:
    today = timezone.localdate()
    far, late, done = (filed(office, on=today)[0] for _ in range(3))
    rows = Standing.objects.for_organ(office.organ)
    rows.filter(application=late).update(due=today - dt.timedelta(3))
    rows.filter(application=done).update(stage="closed", closed_on=today, timely=False, due=None)
    client = office.client("office_head")
    page = client.get(PAGE).content.decode()
    assert all(WORDS[kind] in page for kind in KINDS)
    assert late.number in page
    assert f"/{done.number}/" not in page
    assert done.number in client.get(f"{PAGE}?days=done_late").content.decode()
    assert f"/{far.number}/" not in page
    assert done.number not in client.get(f"{PAGE}?days=overdue").content.decode()
    assert late.number in client.get(f"{PAGE}?view=print").content.decode()


def test_urging_on_the_page(office: Office) -> None:
    one, _ = filed(office, on=timezone.localdate())
    client = office.client("office_head")
    address = f"/office/applications/{one.number}/urging/"
    assert address in client.get(f"/office/applications/{one.number}/").content.decode()
    assert client.post(address, {"seen": "1", "text": "本周内答复"}).status_code == 302
    assert client.post(address, {"seen": "1", "text": ""}).status_code == 422
