"""Letters are drafted from the case: what it knows is filled in, what cannot be now says why."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from gongkai.letters.document import document
from gongkai.letters.keeping import facts_of
from gongkai.statute.events import Kind
from gongkai.web.applications.cases import state_of
from gongkai.web.letters.models import Letter
from gongkai.web.letters.standing import present
from gongkai.web.replies.views.shelf import LEFT_OUT, groups, why_not
from tests.web.applications.lives import DAY, NAME, entered
from tests.web.offices import Office
from tests.web.replies.desk import LATER, applied, intended


def address(number: str, kind: str = "") -> str:
    tail = f"{kind}/" if kind else ""
    return f"/office/applications/{number}/letters/{tail}"


def test_every_document_stands_in_one_group(bureau: Office) -> None:
    one = applied(bureau)
    found = [doc.id for _, docs in groups(state_of(one, DAY)) for doc, _ in docs]
    assert len(found) == len(set(found)) == 36 - len(LEFT_OUT)
    page = bureau.client("handler").get(address(one.number)).content.decode()
    assert address(one.number, "D13") in page


def test_what_cannot_be_says_why(bureau: Office) -> None:
    one = applied(bureau)
    assert why_not(document("D13"), state_of(one, DAY)) == ""
    entered(bureau, one, Kind.WITHDRAWN, LATER)
    state = state_of(one, LATER)
    assert "已办结" in why_not(document("D13"), state)
    assert why_not(document("D26"), state) == ""
    assert why_not(document("D30"), state) == ""


def test_a_reply_is_drafted_with_what_the_case_knows(bureau: Office) -> None:
    one, client = applied(bureau), bureau.client("handler")
    page = client.get(address(one.number, "D10")).content.decode()
    assert 'name="where_public"' in page
    assert 'name="applicant"' not in page
    today = timezone.localdate().isoformat()
    data: dict[str, Any] = {"on": today, "where_public": "见本机关网站。", "delivery": "registered_mail"}
    response = client.post(address(one.number, "D10"), data)
    assert response.status_code == 302, response.content.decode()
    letter = Letter.objects.for_organ(bureau.organ).get()
    assert response.headers["Location"] == f"/office/letters/{letter.pk}/"
    assert facts_of(present(letter).opened("facts"))["applicant"] == NAME
    page = client.get(f"/office/letters/{letter.pk}/").content.decode()
    assert "送审、随附文件和送达" in page
    assert client.post(address(one.number, "D10"), {"on": today}).status_code == 422


def test_a_letter_takes_of_the_proposal_what_it_tells(bureau: Office) -> None:
    """Partial disclosure rests on limbs and reasons of its parts, which its letter tells part by part."""
    one, client = applied(bureau), bureau.client("handler")
    proposal = intended(bureau, one, "partly_disclosed")
    assert {"limb", "reasons"} <= set(proposal.facts)
    page = client.get(address(one.number, "D12")).content.decode()
    assert 'name="limb"' not in page
    assert 'name="reasons"' not in page
    assert 'name="withheld_parts-0-part"' in page
    intended(bureau, one, "withheld.deliberative")
    page = client.get(address(one.number, "D13")).content.decode()
    assert 'name="limb"' in page
    assert "已经登记" in page


def test_not_there(bureau: Office, other_office: Office) -> None:
    one = applied(bureau)
    client = bureau.client("handler")
    for who, number, kind in (
        (client, "2026-9999", ""),
        (client, one.number, "D99"),
        (other_office.client("handler"), one.number, ""),
        (other_office.client("handler"), one.number, "D13"),
    ):
        assert who.get(address(number, kind)).status_code == 404
