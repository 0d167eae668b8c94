"""What letters will say: by kind, relations, and what was entered by hand; of the day."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.statute.review_bodies import organ_kinds
from gongkai.web.organs.models import DisclosureOffice, OrganRelation, RemedyBody
from gongkai.web.organs.telling import bodies_of, contact_of, court_of, told
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize("kind", organ_kinds())
def test_every_kind_of_organ_has_its_words(office: Office, kind: str) -> None:
    office.organ.kind = kind
    found = told(office.organ, DAY)
    assert found.bodies.organ_kind == kind
    assert all("申请行政复议" in words for _, words in found.remedies)


def test_of_the_day(office: Office) -> None:
    first, second = dt.date(2026, 1, 1), dt.date(2026, 4, 1)
    for name, since, until in (("旧机构", first, second), ("新机构", second, None)):
        DisclosureOffice.objects.create(
            organ=office.organ,
            name=name,
            address="一路",
            hours="九点",
            phone="0000",
            since=since,
            until=until,
        )
    assert contact_of(office.organ, dt.date(2025, 12, 31)) == ()
    assert contact_of(office.organ, DAY)[0] == ("机构名称", "旧机构")
    assert contact_of(office.organ, second)[0] == ("机构名称", "新机构")


def test_names_of_relations_courts_and_by_hand(office: Office, other_office: Office) -> None:
    organ = office.organ
    OrganRelation.objects.create(
        organ=organ, kind="superior", name="某市司法局", other=other_office.organ, since=DAY
    )
    assert "某市司法局" in bodies_of(organ, DAY).words
    RemedyBody.objects.create(organ=organ, kind="court", name="某法院", since=DAY)
    assert court_of(organ, DAY, bodies_of(organ, DAY)) == "某法院"
    RemedyBody.objects.create(organ=other_office.organ, kind="reconsideration", name="别的机关的", since=DAY)
    assert "别的" not in bodies_of(organ, DAY).words
