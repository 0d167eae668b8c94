"""Whose hands a signature uses."""

from __future__ import annotations

from gongkai.web.review.core.acts import Returned, Signed
from tests.web.review.desk import Desk, paper


def test_hands() -> None:
    acts = (
        Desk().submit().sign(1, "clerk", paper=paper("boss"), on_behalf_of="chief").send_back(2, by="b").acts
    )
    assert isinstance(acts[1], Signed)
    assert isinstance(acts[2], Returned)
    assert (acts[1].signer, acts[1].hands) == ("boss", {"boss", "chief"})
    assert acts[2].hands == {"b"}
