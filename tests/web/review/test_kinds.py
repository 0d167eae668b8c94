"""The register of kinds."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.people.models import Person
from gongkai.web.review.drafts import DRAFTS
from gongkai.web.review.kinds import NoContent, all_kinds, kind, row_of, unit_of
from gongkai.web.rights.roles import all_rights
from tests.web.offices import Office


def test_every_kind_is_found_and_asks_for_a_right_that_somebody_has() -> None:
    assert kind("draft") is DRAFTS
    assert all(one.right in all_rights() for one in all_kinds())
    with pytest.raises(KeyError):
        kind("nothing")


def test_every_kind_says_what_its_chains_may_not_lack(office: Office) -> None:
    for one in all_kinds():
        keys = {"", *(sort.key for sort in one.sorts())}
        assert set(one.demands(office.organ.pk, dt.date(2026, 3, 2))) == keys


def test_a_row_is_found_in_its_own_organ_alone(office: Office, other_office: Office) -> None:
    here, elsewhere = office.person("handler"), other_office.person("handler")
    rows = Person.objects.for_organ(office.organ)
    assert row_of(rows, str(here.pk)) == here
    for of in (str(elsewhere.pk), "no id", ""):
        with pytest.raises(NoContent):
            row_of(rows, of)
    assert unit_of(office.organ.pk, str(here.pk)) == str(here.unit_id or "")
    assert unit_of(office.organ.pk, str(elsewhere.pk)) == ""
