"""Which chain holds on which day."""

from __future__ import annotations

import datetime as dt

from gongkai.web.review.chains import chain_for, chain_of, row_for
from gongkai.web.review.core.chain import DEFAULT, Chain, Step
from gongkai.web.review.core.notation import chain_to
from gongkai.web.review.models import ReviewChain
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)
TWO = Chain((Step("初审", ("reviewer",)), Step("终审", ("leader",), own_unit=True)), chase_after=5)


def test_from_its_day_on_for_its_organ(office: Office, other_office: Office) -> None:
    row = ReviewChain(
        organ=office.organ, kind="draft", since=DAY, set_by="x",
        set_at=dt.datetime(2026, 3, 2, tzinfo=dt.UTC), **chain_to(TWO),
    )  # fmt: skip
    row.save(force_insert=True)
    assert chain_of(row) == TWO
    assert chain_for(office.organ.pk, "draft", DAY) == TWO
    assert chain_for(office.organ.pk, "draft", DAY - dt.timedelta(days=1)) == DEFAULT
    assert chain_for(other_office.organ.pk, "draft", DAY) == DEFAULT
    assert row_for(office.organ.pk, "letter", DAY) is None
