"""The register of kinds."""

from __future__ import annotations

import pytest

from gongkai.web.review.drafts import DRAFTS
from gongkai.web.review.kinds import all_kinds, kind
from gongkai.web.rights.roles import all_rights


def test_every_kind_is_found_and_asks_for_a_right_that_somebody_has() -> None:
    assert kind("draft") is DRAFTS
    assert all(one.right in all_rights() for one in all_kinds())
    with pytest.raises(KeyError):
        kind("nothing")
