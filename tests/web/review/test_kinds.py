"""The register of kinds."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.web.review.drafts import DRAFTS
from gongkai.web.review.kinds import all_kinds, kind
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
