"""The organs to choose from, and what each tells."""

from __future__ import annotations

from gongkai.web.applying.choosing import guide_of, organ_of, organs
from tests.web.letters.bureau import DAY, equip
from tests.web.offices import Office


def test_every_organ_or_those_of_that_name(office: Office, other_office: Office) -> None:
    assert {one.pk for one in organs()} == {office.organ.pk, other_office.organ.pk}
    assert [one.pk for one in organs(office.organ.name[-3:] + " " + office.organ.name[:2])] == [
        office.organ.pk
    ]
    assert organs("没有这个机关") == []
    assert organ_of(office.organ.code) == office.organ
    assert organ_of("nowhere") is None


def test_the_guide_tells_contact_and_relations(office: Office, other_office: Office) -> None:
    equip(office)
    found = guide_of(office.organ, DAY)
    assert ("联系电话", "0900-5550101") in found["contact"]
    assert [row.named for row in found["related"]] == ["临溪县人民政府", "云州市司法局"]
    assert found["others"] == [other_office.organ]
