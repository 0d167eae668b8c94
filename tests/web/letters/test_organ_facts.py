"""A letter tells of its organ what was on record on its day."""

from __future__ import annotations

import datetime as dt

from gongkai.web.letters.organ_facts import organ_facts
from gongkai.web.organs.models import OrganRelation, RemedyBody
from tests.web.letters.bureau import DAY, equip
from tests.web.offices import Office


def test_what_is_on_record(office: Office) -> None:
    equip(office)
    assert organ_facts(office.organ, DAY) == {
        "organ": "临溪县司法局",
        "organ_kind": "justice",
        "government": "临溪县人民政府",
        "superior": "云州市司法局",
        "office": "临溪县司法局办公室",
        "office_phone": "0900-5550101",
        "office_address": "临溪县安和路1号",
        "office_postcode": "099900",
        "court": "临溪县人民法院",
    }


def test_what_is_not_on_record_is_left_out(office: Office) -> None:
    assert organ_facts(office.organ, DAY) == {"organ": "临溪县司法局", "organ_kind": "justice"}


def test_a_letter_of_last_year_names_last_years_government(office: Office) -> None:
    equip(office)
    rows = OrganRelation.objects.for_organ(office.organ).filter(kind="government")
    rows.update(until=dt.date(2026, 1, 1))
    new = dt.date(2026, 1, 1)
    OrganRelation.objects.create(organ=office.organ, since=new, kind="government", name="临溪区人民政府")
    assert organ_facts(office.organ, dt.date(2025, 12, 31))["government"] == "临溪县人民政府"
    assert organ_facts(office.organ, new)["government"] == "临溪区人民政府"


def test_a_body_named_by_hand_and_its_channel(office: Office) -> None:
    RemedyBody.objects.create(
        organ=office.organ,
        since=DAY,
        kind="reconsideration",
        name="云州市人民政府",
        online="云州复议网上窗口",
    )
    found = organ_facts(office.organ, DAY)
    assert (found["review_body"], found["review_channel"]) == ("云州市人民政府", "云州复议网上窗口")


def test_the_court_is_the_one_that_the_law_gives_to_this_kind(office: Office) -> None:
    """Art. 15 of the 行政诉讼法: an intermediate court for some; its name is taken for them alone."""
    RemedyBody.objects.create(
        organ=office.organ, since=DAY, kind="intermediate_court", name="云州市中级人民法院"
    )
    assert "court" not in organ_facts(office.organ, DAY)
    office.organ.kind = "government"
    found = organ_facts(office.organ, DAY)
    assert found.get("court") == "云州市中级人民法院"
    assert "court" not in organ_facts(office.organ, dt.date(2020, 1, 1))
