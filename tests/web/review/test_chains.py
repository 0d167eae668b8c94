"""Which chain holds on which day."""

from __future__ import annotations

import datetime as dt

from gongkai.web.review.chains import chain_for, chain_of, own_chain, own_chains, row_for, words
from gongkai.web.review.core.chain import DEFAULT, Chain, Step
from gongkai.web.review.core.notation import chain_to
from gongkai.web.review.models import ReviewChain
from tests.web.offices import Office

DAY = dt.date(2026, 3, 2)
TWO = Chain((Step("初审", ("reviewer",)), Step("终审", ("leader",), own_unit=True)), chase_after=5)


def put(office: Office, chain: Chain, since: dt.date, sort: str = "", hour: int = 9) -> ReviewChain:
    """A row of the bureau that holds from that day."""
    row = ReviewChain(
        organ=office.organ, kind="draft", sort=sort, since=since, set_by="x",
        set_at=dt.datetime(since.year, since.month, since.day, hour, tzinfo=dt.UTC), **chain_to(chain),
    )  # fmt: skip
    row.save(force_insert=True)
    return row


def test_from_its_day_on_for_its_organ(office: Office, other_office: Office) -> None:
    row = put(office, TWO, DAY)
    assert chain_of(row) == TWO
    assert chain_for(office.organ.pk, "draft", DAY) == TWO
    assert chain_for(office.organ.pk, "draft", DAY - dt.timedelta(days=1)) == DEFAULT
    assert chain_for(other_office.organ.pk, "draft", DAY) == DEFAULT
    assert row_for(office.organ.pk, "letter", DAY) is None


def test_a_sort_has_its_own_or_that_of_its_kind(office: Office, other_office: Office) -> None:
    one, later = Chain(TWO.steps[:1]), DAY + dt.timedelta(1)
    put(office, one, later, "D02")
    organ = office.organ.pk
    assert chain_for(organ, "draft", DAY, "D02") == DEFAULT
    assert chain_for(organ, "draft", later, "D02") == one
    assert chain_for(organ, "draft", later, "D04") == DEFAULT
    assert chain_for(organ, "draft", later) == DEFAULT
    assert chain_for(other_office.organ.pk, "draft", later, "D02") == DEFAULT
    assert chain_for(organ, "letter", later, "D02") == DEFAULT
    put(office, TWO, later)
    assert chain_for(organ, "draft", later, "D04") == TWO
    assert (own_chain(organ, "draft", later, "D02"), own_chain(organ, "draft", later, "")) == (one, None)
    assert own_chains(organ, "draft", later) == {"D02": one}


def test_a_row_without_steps_ends_a_chain_of_its_own(office: Office) -> None:
    organ = office.organ.pk
    put(office, Chain(TWO.steps[:1]), DAY, "D02")
    put(office, Chain(()), DAY, "D02", hour=10)
    assert own_chain(organ, "draft", DAY, "D02") is None
    assert own_chains(organ, "draft", DAY) == {}
    assert chain_for(organ, "draft", DAY, "D02") == DEFAULT


def test_in_words_with_the_secrecy_review_last() -> None:
    assert words(Chain((Step("审核", ("reviewer", "office_head")),))) == [
        "审核（审核员或工作机构负责人）",
        "保密审查（保密审查员，单独签署）",
    ]
