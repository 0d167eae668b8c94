"""The sections: what holds, what held; one takes the place of another; nothing of another organ shows."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from gongkai.web.organs.models import DisclosureOffice, Officer, OrganRelation, RemedyBody
from gongkai.web.organs.sections import SECTIONS
from tests.web.offices import Office

TODAY = str(timezone.localdate())
FORMS: dict[str, dict[str, str]] = {
    "relations": {"kind": "government", "name": "临溪县人民政府", "since": TODAY},
    "office": {
        "name": "办公室",
        "address": "临溪县一路1号",
        "hours": "工作日9:00至17:00",
        "phone": "0000-1234567",
        "since": TODAY,
    },
    "officers": {"duty": "group_head", "name": "甲某", "post": "局长", "since": TODAY},
    "advisers": {"kind": "legal_adviser", "name": "乙某", "since": TODAY},
    "courts": {"kind": "court", "name": "临溪县人民法院", "since": TODAY},
}


@pytest.mark.parametrize("key", SECTIONS)
def test_registered_shown_and_ended(office: Office, key: str) -> None:
    client, address = office.client("system_administrator"), f"/office/organ/{key}/"
    assert "没有登记" in client.get(address).content.decode()
    assert client.post(address + "new/", FORMS[key]).headers["Location"] == address
    assert FORMS[key]["name"] in client.get(address).content.decode()
    assert FORMS[key]["name"] in office.client("leader").get("/office/organ/").content.decode()
    model = SECTIONS[key].model
    row = model.objects.get()
    row.since = timezone.localdate() - dt.timedelta(5)
    row.save()
    assert client.post(f"{address}{row.pk}/end/").headers["Location"] == address
    text = client.get(address).content.decode()
    assert "历史" in text
    assert FORMS[key]["name"] in text
    assert FORMS[key]["name"] not in office.client("leader").get("/office/organ/").content.decode()


@pytest.mark.parametrize("key", SECTIONS)
def test_what_is_refused(office: Office, key: str) -> None:
    client = office.client("system_administrator")
    for wrong in ({}, FORMS[key] | {"name": ""}, FORMS[key] | {"since": "明天"}):
        assert client.post(f"/office/organ/{key}/new/", wrong).status_code == 400
    assert not SECTIONS[key].model.objects.exists()


def test_the_head_is_replaced_and_members_are_not(office: Office) -> None:
    client = office.client("system_administrator")
    later = str(timezone.localdate() + dt.timedelta(3))
    for duty, name, since in (
        ("group_head", "甲某", TODAY), ("group_member", "乙某", TODAY), ("group_head", "丙某", later), ("group_member", "丁某", later),
    ):  # fmt: skip
        form = {"duty": duty, "name": name, "since": since}
        assert client.post("/office/organ/officers/new/", form).status_code == 302
    day = timezone.localdate() + dt.timedelta(3)
    names = Officer.objects.for_organ(office.organ).on(day).values_list("name", flat=True)
    assert set(names) == {"丙某", "乙某", "丁某"}
    assert "尚未开始" in client.get("/office/organ/officers/").content.decode()


def test_letters_follow(office: Office) -> None:
    client = office.client("system_administrator")
    for key in ("relations", "office", "courts"):
        client.post(f"/office/organ/{key}/new/", FORMS[key])
    text = client.get("/office/organ/letters/").content.decode()
    for words in ("0000-1234567", "临溪县人民政府或者上一级司法行政部门", "向临溪县人民法院提起行政诉讼"):
        assert words in text
    client.post("/office/organ/courts/new/", {"kind": "reconsideration", "name": "某复议局", "since": TODAY})
    assert "向某复议局申请行政复议" in client.get("/office/organ/letters/").content.decode()
    assert RemedyBody.objects.count() == 2
    assert DisclosureOffice.objects.count() == 1


def test_a_code_of_another_organ_tells_nothing(office: Office, other_office: Office) -> None:
    """The page answers alike whether or not there is an organ of that code in this installation."""
    client = office.client("system_administrator")
    pages = []
    for code in (other_office.organ.code, "nobody-here"):
        form = {"kind": "superior", "name": "某上级", "other_code": code, "since": TODAY}
        assert client.post("/office/organ/relations/new/", form).status_code == 302
        text = client.get("/office/organ/").content.decode()
        pages.append(text.replace(code, "CODE").split("主管部门、业务上级")[1].split("</section>")[0])
        assert other_office.organ.name not in text
    assert pages[0] == pages[1]
    tied = OrganRelation.objects.filter(other=other_office.organ)
    assert tied.count() == 1
    own = {"kind": "superior", "name": "自己", "other_code": office.organ.code, "since": TODAY}
    assert client.post("/office/organ/relations/new/", own).status_code == 400


def test_rows_of_other_sections_and_organs_are_not_there(office: Office, other_office: Office) -> None:
    theirs = RemedyBody.objects.create(
        organ=other_office.organ, kind="court", name="某法院", since=dt.date(2024, 1, 1)
    )
    mine = RemedyBody.objects.create(
        organ=office.organ, kind="court", name="某法院", since=dt.date(2024, 1, 1)
    )
    client = office.client("system_administrator")
    assert client.post(f"/office/organ/courts/{theirs.pk}/end/").status_code == 404
    assert client.post(f"/office/organ/officers/{mine.pk}/end/").status_code == 404
    assert client.get("/office/organ/nothing/").status_code == 404
    theirs.refresh_from_db()
    assert theirs.until is None
