"""Drafts: writing, saving, submitting."""

from __future__ import annotations

from typing import Any

from gongkai.web.review.models import Draft
from tests.web.offices import Office
from tests.web.review.conftest import VALUES, Round

TITLE = "关于举办法治宣传日活动的公告"


def test_write_save_submit(office: Office) -> None:
    client = office.client("handler")
    assert client.get("/office/drafts/new/").status_code == 200
    assert client.post("/office/drafts/new/", VALUES | {"body": ""}).status_code == 400
    response: Any = client.post("/office/drafts/new/", VALUES)
    assert response.status_code == 302
    address = response["Location"]
    changed = VALUES | {"body": "新的正文。", "version": 1, "position": 0}
    assert client.post(f"{address}version/", changed).status_code == 302
    assert "新的正文。" in client.get(address).content.decode()
    response = client.post(f"{address}submission/")
    assert response.status_code == 302
    assert "新的正文。" in client.get(response["Location"]).content.decode()
    assert client.post(f"{address}submission/").status_code == 409


def test_who_saw_an_older_version_or_review_is_told(round_: Round) -> None:
    client, address = round_.office.client("handler"), f"/office/drafts/{round_.draft.pk}/version/"
    round_.sign(1)
    response = client.post(address, VALUES | {"body": "改。", "version": 1, "position": 1})
    assert response.status_code == 409
    assert "一审一校" in response.content.decode()
    assert client.post(address, VALUES | {"body": "改。", "version": 1, "position": 2}).status_code == 302
    assert client.post(address, VALUES | {"title": "", "version": 2, "position": 3}).status_code == 400


def test_the_list_and_a_draft_are_of_one_organ(round_: Round, other_office: Office) -> None:
    address = f"/office/drafts/{round_.draft.pk}/"
    assert TITLE in round_.office.client("reviewer").get("/office/drafts/?q=宣传").content.decode()
    assert TITLE not in other_office.client("handler").get("/office/drafts/").content.decode()
    theirs = other_office.client("handler")
    assert theirs.get(address).status_code == theirs.post(f"{address}submission/").status_code == 404
    assert theirs.post(f"{address}version/", VALUES).status_code == 404


def test_who_may_only_read_sees_no_form(round_: Round) -> None:
    html = round_.office.client("reviewer").get(f"/office/drafts/{round_.draft.pk}/").content.decode()
    assert "法律咨询" in html
    assert "<textarea" not in html
    assert round_.office.client("reviewer").get("/office/drafts/new/").status_code == 403
    assert Draft.objects.for_organ(round_.organ_id).count() == 1
