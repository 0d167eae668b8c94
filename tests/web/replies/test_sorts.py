"""What the chain of each letter may not do without: both sides of each rule."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from gongkai.letters.document import document
from gongkai.web.organs.actions.choose import choose
from gongkai.web.replies.options import LEGAL
from gongkai.web.replies.sorts import WITHOUT, demands, is_brief, sort_of, sorts
from gongkai.web.review.core.chain import DEFAULT, Chain, Step
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, enclosing, written

CLERK, LEGAL_STEP = Step("核对", ("reviewer",)), Step("法制审核", ("legal_reviewer", "government_lawyer"))
HEAD = Step("批准", ("office_head", "leader"))
BRIEF = {"D02", "D03", "D04", "D06", "D08", "D29"}
APPROVED = {"D04", "D08", "D29", "D28", *(f"D{number}" for number in range(10, 28))}


def said(office: Office, sort: str, *steps: Step, day: dt.date = LATER) -> str:
    """Why these steps do not do for that letter; "" where they do."""
    return Chain(steps).problem(demands(office.organ.pk, day)[sort]) or ""


def test_every_letter_that_is_reviewed_has_one(office: Office) -> None:
    keys = [one.key for one in sorts()]
    assert keys == [f"D{number:02}" for number in range(2, 30)]
    assert set(demands(office.organ.pk, LATER)) == {"", *keys}
    assert not set(keys) & set(WITHOUT)
    assert {key for key in keys if is_brief(document(key))} == BRIEF


def test_the_default_does_for_all(office: Office) -> None:
    assert all(DEFAULT.problem(one) is None for one in demands(office.organ.pk, LATER).values())


@pytest.mark.parametrize("sort", [one.key for one in sorts()])
def test_steps_and_approval(office: Office, sort: str) -> None:
    assert ("第十七条" in said(office, sort, HEAD)) is (sort not in BRIEF)
    assert said(office, sort, CLERK, HEAD) == ""
    assert ("没有只由工作机构负责人或者分管领导签署的环节" in said(office, sort, CLERK, LEGAL_STEP)) is (
        sort in APPROVED
    )
    assert "保密审查不能省略" in str(Chain((CLERK, HEAD), ()).problem(demands(office.organ.pk, LATER)[sort]))


def test_an_extension_names_its_norm(office: Office) -> None:
    assert "第三十三条第二款" in said(office, "D04", CLERK)
    assert said(office, "D04", Step("批准", ("office_head",))) == ""
    assert "第三十三条第二款" in said(office, "D04", Step("批准", ("office_head", "reviewer")))
    assert said(office, "D02", CLERK) == ""
    assert "现在是0个" in said(office, "D02")


def test_letters_in_general_may_not_lack_what_one_of_them_needs(office: Office) -> None:
    assert "第三十三条第二款" in said(office, "", CLERK, LEGAL_STEP)
    assert "现在是1个" in said(office, "", HEAD)
    assert said(office, "", CLERK, HEAD) == ""


@pytest.mark.parametrize(
    ("value", "asked"),
    [
        ("none", ()),
        ("refusals", ("", "D12", "D13", "D14")),
        ("replies", ("", "D10", "D12", "D13", "D14", "D22")),
    ],
)
def test_legal_review_where_the_organ_asks_for_it(office: Office, value: str, asked: Any) -> None:
    head, since = office.actor("office_head"), LATER + dt.timedelta(1)
    if value != "none":
        choose(head, office.organ, LEGAL, value, since=since, reason="局务会决定", now=NOON)
    for sort in ("", "D02", "D04", "D10", "D12", "D13", "D14", "D22", "D28"):
        assert said(office, sort, CLERK, HEAD, day=LATER) == ""
        assert ("没有只由法制审核或者公职律师签署的环节" in said(office, sort, CLERK, HEAD, day=since)) is (
            sort in asked
        )
        assert said(office, sort, LEGAL_STEP, HEAD, day=since) == ""


def test_a_brief_letter_with_a_file_goes_by_the_general_chain(bureau: Office) -> None:
    one = applied(bureau)
    notice, reply = written(bureau, one, "D02"), written(bureau, one, "D13")
    assert (sort_of(notice), sort_of(reply)) == ("D02", "D13")
    enclosing(bureau, notice)
    enclosing(bureau, reply)
    assert (sort_of(notice), sort_of(reply)) == ("", "D13")
    sheet = written(bureau, one, "F04", file_number="1")
    assert sort_of(sheet) == ""
