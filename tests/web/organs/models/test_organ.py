"""An organ's codes are checked: credit code (GB 32100), region (GB/T 2260), its kind as the law tells kinds apart."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError

from gongkai.web.organs.models import Organ, OrganRelation
from gongkai.web.organs.models.organ import check_code, check_credit_code, check_region
from tests.web.offices import Office


@pytest.mark.parametrize("code", ["linxi-sfj", "ab", "sfj2"])
def test_codes(code: str) -> None:
    check_code(code)


@pytest.mark.parametrize("code", ["", "a", "Linxi", "临溪", "a b", "system", "x" * 41, "a/b"])
def test_codes_that_do_not_hold(code: str) -> None:
    with pytest.raises(ValidationError):
        check_code(code)


def test_the_check_digit_of_a_credit_code() -> None:
    check_credit_code("91110000600037341L")
    with pytest.raises(ValidationError, match="校验位"):
        check_credit_code("91110000600037342L")


@pytest.mark.parametrize(
    ("region", "holds"), [("640000", True), ("64000", False), ("64000a", False), ("６４００００", False)]
)
def test_regions(region: str, holds: bool) -> None:
    if holds:
        check_region(region)
    else:
        with pytest.raises(ValidationError):
            check_region(region)


def test_an_unknown_kind_is_told(office: Office) -> None:
    office.organ.kind = "club"
    with pytest.raises(ValidationError, match="club"):
        office.organ.full_clean()


def test_words(office: Office) -> None:
    assert str(office.organ) == "临溪县司法局"
    assert office.organ.kind_name == "履行行政复议机构职责的司法行政部门"
    assert not office.organ.has_own_site
    assert list(Organ.objects.for_organ(office.organ)) == [office.organ]
    assert not Organ.objects.for_organ(None)


def test_a_relation_names_another(office: Office, other_office: Office) -> None:
    day = dt.date(2024, 1, 1)
    inside = OrganRelation(organ=office.organ, kind="superior", other=other_office.organ, since=day)
    inside.full_clean()
    assert inside.named == "东坪县司法局"
    outside = OrganRelation(organ=office.organ, kind="government", name="临溪县人民政府", since=day)
    outside.full_clean()
    assert outside.named == "临溪县人民政府"
    with pytest.raises(ValidationError, match="填写名称"):
        OrganRelation(organ=office.organ, kind="superior", since=day).full_clean()
    with pytest.raises(ValidationError, match="自己"):
        OrganRelation(organ=office.organ, kind="superior", other=office.organ, since=day).full_clean()
