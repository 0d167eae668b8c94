"""Every document can be tried, from a form or a file; what is missing is told, nothing is half made."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.letters.document import documents
from gongkai.values.errors import FactsError
from gongkai.web.letters.models import Letter
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.letters.views.trial import MOST_BYTES, read_facts
from tests.web.letters.bureau import facts
from tests.web.letters.forms.test_facts import posted
from tests.web.offices import Office

TRIAL = "/office/letters/trial/"


def test_the_shelf_has_every_document(bureau: Office) -> None:
    page = bureau.client("handler").get(TRIAL).content.decode()
    for one in documents():
        assert f"{TRIAL}{one.id}/" in page


@pytest.mark.parametrize("kind", [one.id for one in documents()])
def test_every_page_opens(office: Office, kind: str) -> None:
    response = office.client("handler").get(f"{TRIAL}{kind}/")
    assert response.status_code == 200
    assert document_title(kind) in response.content.decode()


def document_title(kind: str) -> str:
    return next(one.title for one in documents() if one.id == kind)


def test_a_trial_is_made(bureau: Office) -> None:
    client = bureau.client("handler")
    response = client.post(f"{TRIAL}D13/", posted(facts("D13")), follow=True)
    assert response.status_code == 200
    one = Letter.objects.for_organ(bureau.organ).get()
    assert response.redirect_chain == [(f"/office/letters/{one.pk}/", 302)]
    assert one.subject.startswith("trial/")
    assert paper_in(present(one)).number == "临司公开试答〔2026〕×号"


def test_what_is_missing_is_told_at_its_field(bureau: Office) -> None:
    """A fact that only this decision needs becomes a field of its own."""
    data = posted(facts("D13", decision="withheld.prohibited_by_law"))
    data.pop("prohibiting_law", None)
    data["extra"] = ""
    response = bureau.client("handler").post(f"{TRIAL}D13/", data)
    page = response.content.decode()
    assert response.status_code == 422
    assert 'id="id_prohibiting_law-error"' in page
    assert not Letter.objects.for_organ(bureau.organ).exists()
    response = bureau.client("handler").post(f"{TRIAL}D13/", {"on": "2026-03-25"})
    assert 'id="id_request-error"' in response.content.decode()


def test_what_the_law_forbids_is_told(bureau: Office) -> None:
    response = bureau.client("handler").post(f"{TRIAL}D04/", posted(facts("D04", extension_days=21)))
    assert response.status_code == 422
    assert "不得超过20个工作日" in response.content.decode()


def test_an_unknown_document(bureau: Office) -> None:
    assert bureau.client("handler").get(f"{TRIAL}D99/").status_code == 404


def test_from_a_file(bureau: Office) -> None:
    client, data = (
        bureau.client("handler"),
        'applicant = "周试三"\nreceived_on = 2026-03-02\ndecision = "withheld.third_party"\n',
    )
    response = client.post(f"{TRIAL}D13/", {"facts_file": SimpleUploadedFile("事实.toml", data.encode())})
    page = response.content.decode()
    assert "已按文件填入" in page
    assert 'value="周试三"' in page
    assert 'value="2026-03-02"' in page
    assert not Letter.objects.for_organ(bureau.organ).exists()
    wrong = SimpleUploadedFile("事实.toml", b"\xff\xfe")
    assert (
        "不是规范的TOML" in client.post(f"{TRIAL}D13/", {"facts_file": wrong}, follow=True).content.decode()
    )


def test_files_that_are_no_facts() -> None:
    assert read_facts(b'applicant = "a"\n[settings]\nx = 1\n') == {"applicant": "a"}
    for data, why in (
        (b"x" * (MOST_BYTES + 1), "64KB"),
        (b"= 1", "TOML"),
        ("不明 = 1".encode(), "TOML"),
        (b"nonsense = 1", "nonsense"),
    ):
        with pytest.raises(FactsError, match=why):
            read_facts(data)
