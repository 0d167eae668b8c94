"""A new version from the page: filled with what there was; nothing on top of what went out."""

from __future__ import annotations

from gongkai.web.audit.models import AuditLine
from gongkai.web.letters.actions.void import void
from gongkai.web.letters.models import Letter
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.letters.views.lists import address
from tests.web.letters.bureau import NOW, cases_known, drafted, facts
from tests.web.letters.forms.test_facts import posted
from tests.web.offices import Office


def place(letter: Letter) -> str:
    return f"{address(letter)}versions/"


def test_the_form_has_what_the_version_was_made_of(bureau: Office) -> None:
    one = drafted(bureau)
    page = bureau.client("handler").get(place(one)).content.decode()
    assert 'value="周试一"' in page
    assert 'name="registration_number"' not in page, "the case knows it"
    assert 'name="seen" value="1"' in page
    assert AuditLine.objects.filter(act="letters.look").count() == 1


def test_the_new_version(bureau: Office) -> None:
    one, client = drafted(bureau), bureau.client("handler")
    data = posted(facts("D13", applicant="周试二")) | {"seen": "1"}
    assert client.post(place(one), data).status_code == 302
    one.refresh_from_db()
    assert one.version == 2
    assert paper_in(present(one)).addressee == "周试二"
    assert client.post(place(one), data).status_code == 409
    assert client.post(place(one), data | {"seen": "x"}).status_code == 409


def test_not_of_what_is_closed_or_not_ones_own(bureau: Office, other_office: Office) -> None:
    one = drafted(bureau)
    assert other_office.client("handler").get(place(one)).status_code == 404
    with cases_known(may_draft=lambda actor, key: False):
        assert bureau.client("handler").get(place(one)).status_code == 404
    void(bureau.actor("office_head"), one, "甲", seen=1, now=NOW)
    assert bureau.client("handler").get(place(one)).status_code == 409
