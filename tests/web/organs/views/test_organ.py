"""The organ's page: facts, what letters will say, changing."""

from __future__ import annotations

import pytest

from gongkai.web.organs.models import Organ
from tests.web.offices import Office

FORM = {
    "name": "临溪县司法局", "short_name": "县司法局", "kind": "justice", "level": "county", "region": "999901",
    "document_mark": "临司", "hosted_on": "临溪县人民政府网站",
}  # fmt: skip


def test_the_page_says_what_is_missing(office: Office) -> None:
    text = office.client("leader").get("/office/organ/").content.decode()
    assert text.count("没有登记。") == 5
    assert "依托的政府网站没有填写发布" in text
    assert "设置向导" not in text


def test_a_change(office: Office) -> None:
    client = office.client("system_administrator")
    assert client.post("/office/organ/change/", FORM).headers["Location"] == "/office/organ/"
    assert Organ.objects.get(pk=office.organ.pk).short_name == "县司法局"
    assert "临溪县人民政府网站" in client.get("/office/organ/").content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"kind": "club"},
        {"level": "x"},
        {"region": "12"},
        {"credit_code": "1" * 18},
        {"own_site": "x"},
    ],
)
def test_what_is_refused(office: Office, wrong: dict[str, str]) -> None:
    response = office.client("system_administrator").post("/office/organ/change/", FORM | wrong)
    assert response.status_code == 400
    assert not Organ.objects.get(pk=office.organ.pk).short_name


def test_the_code_and_the_first_day_stay(office: Office) -> None:
    """Security check C13."""
    more = {"code": "stolen", "founded_on": "1999-01-01", "id": "x"}
    assert office.client("system_administrator").post("/office/organ/change/", FORM | more).status_code == 302
    organ = Organ.objects.get(pk=office.organ.pk)
    assert (organ.code, organ.founded_on) == (office.organ.code, office.organ.founded_on)


def test_what_letters_will_say(office: Office) -> None:
    text = office.client("leader").get("/office/organ/letters/").content.decode()
    assert "公开指南缺少法定内容" in text
    assert "本级人民政府或者上一级司法行政部门" in text
    assert "有管辖权的人民法院提起行政诉讼" in text
