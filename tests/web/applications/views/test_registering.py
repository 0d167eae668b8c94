"""Registering on the page: every channel and applicant; the code is shown once; posted twice gives one."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from gongkai.ledger.transitions import Stage
from gongkai.statute.events import Channel
from gongkai.statute.receipt import CONFIRMED
from gongkai.web.applications.forms.registering import WHO
from gongkai.web.applications.models import Application, Standing
from gongkai.web.applications.views.registering import HINTS, NEW
from tests.web.applications.forms.test_registering import GOOD
from tests.web.offices import Office


def posted(**more: str) -> dict[str, str]:
    return GOOD | {"applicant": "business", "on": timezone.localdate().isoformat()} | more


def test_the_choice(office: Office) -> None:
    page = office.client("handler").get(NEW).content.decode()
    for channel in HINTS:
        for who in WHO:
            assert f"{NEW}{channel}/?who={who}" in page


@pytest.mark.parametrize("channel", HINTS)
@pytest.mark.parametrize("who", WHO)
def test_each_way_in(office: Office, channel: Channel, who: str) -> None:
    client, address = office.client("handler"), f"{NEW}{channel}/?who={who}"
    assert client.get(address).status_code == 200
    more = {"document_number": "91110000600037341L"} if who == "organisation" else {}
    answer = client.post(address, posted(**more))
    page = answer.content.decode()
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    found = re.search(r'class="code">([0-9A-Z-]{19})<', page)
    assert found
    one = Application.objects.for_organ(office.organ).by_code(hash_of(found[1]))
    assert one is not None
    assert one.opened("name") == GOOD["name"]
    standing = Standing.objects.for_organ(office.organ).get(application=one)
    assert (standing.stage == Stage.CONFIRMING) is (channel in CONFIRMED)
    assert ("本单不是登记回执" in page) is (channel in CONFIRMED)
    assert (standing.number, standing.matter, standing.channel) == (one.number, one.matter, str(channel))


def hash_of(code: str) -> str:
    from gongkai.web.applications.codes import code_hash

    return code_hash(code)


def test_posted_twice_gives_one(office: Office) -> None:
    client, address = office.client("handler"), f"{NEW}in_person/"
    key = re.search(r'name="once_key" value="(\w+)"', client.get(address).content.decode())
    assert key
    for _ in range(2):
        answer = client.post(address, posted(once_key=key[1]))
    assert answer.status_code == 302
    assert Application.objects.for_organ(office.organ).count() == 1


def test_a_doubt_comes_back_with_what_was_typed(office: Office) -> None:
    client, address = office.client("handler"), f"{NEW}in_person/"
    answer = client.post(address, posted(phone=""))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "已经核对，仍然登记" in page
    assert GOOD["request"] in page
    assert client.post(address, posted(phone="", anyway="on")).status_code == 200


def test_no_such_way(office: Office) -> None:
    assert office.client("handler").get(f"{NEW}telephone/").status_code == 404
    assert office.client("handler").get(f"{NEW}internet/").status_code == 404
