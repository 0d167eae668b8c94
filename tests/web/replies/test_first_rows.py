"""The lists of the office begin with what the case knows; what it cannot know is left to the clerk."""

from __future__ import annotations

from gongkai.web.replies.actions.archive import archive
from gongkai.web.replies.actions.deliver import Told, deliver
from gongkai.web.replies.first_rows import files, first_rows
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied


def test_the_list_of_the_file_is_that_of_the_case_and_then_of_the_archive(bureau: Office) -> None:
    one = applied(bureau)
    letter = replied(bureau, one)
    before = files(one, LATER)
    assert [row["title"] for row in before] == ["政府信息公开申请", letter.title]
    assert before[0] == {
        "title": "政府信息公开申请", "number": one.number, "maker": "申请人", "on": one.filed_on,
    }  # fmt: skip
    deliver(bureau.actor("handler"), letter, Told("received", "registered_mail", LATER, "XA1"), NOON)
    archive(bureau.actor("handler"), one, "long", NOON)
    assert len(first_rows(one, "F04", LATER)["files"]) == 3


def test_what_is_handed_over_for_publication(bureau: Office) -> None:
    values = {"record_name": "人民调解经费决算", "record_ref": "临司发〔2025〕9号"}
    one = applied(bureau, values=values)
    row = first_rows(one, "F03", LATER)["moved_records"][0]
    assert row == {"title": "人民调解经费决算", "number": "临司发〔2025〕9号", "applications": 1}
    applied(bureau, values=values | {"name": "另一示例", "document_number": ""})
    replied(bureau, one, "D11")
    row = first_rows(one, "F03", LATER)["moved_records"][0]
    assert row["applications"] == 2
    assert row["reviewed_on"] <= LATER


def test_no_other_document_begins_with_rows(bureau: Office) -> None:
    assert first_rows(applied(bureau), "D13", LATER) == {}


def test_the_form_shows_them_to_be_completed(bureau: Office) -> None:
    one = applied(bureau)
    page = bureau.client("handler").get(f"/office/applications/{one.number}/letters/F04/").content.decode()
    assert 'name="files-0-title"' in page
    assert 'value="政府信息公开申请"' in page
    assert 'name="files-0-pages"' in page
