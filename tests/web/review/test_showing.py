"""What the page shows, apart from its markup."""

from __future__ import annotations

import pytest
from django.utils import timezone

from gongkai.web.review.actions.drafts import save_draft
from gongkai.web.review.core.acts import SECRECY, Mark
from gongkai.web.review.core.content import Content, Part
from gongkai.web.review.ledger import content_of
from gongkai.web.review.showing import (
    difference,
    holds,
    last_seen,
    names,
    places,
    record,
    returnable,
    todos,
    unit_name,
)  # fmt: skip
from tests.web.review.conftest import Round
from tests.web.review.desk import Desk


def test_the_record_in_words(round_: Round) -> None:
    round_.complete()
    told = record(round_.file, names(round_.organ_id, round_.file))
    assert [one.what for one in told] == [
        "送审", "签署一审一校", "签署二审二校", "签署三审三校", "签署保密审查：可以公开",
    ]  # fmt: skip
    assert told[1].who == round_.office.person("reviewer").name
    assert told[1].words == "同意1"
    assert len(told[0].code) == 8


def test_what_holds(round_: Round) -> None:
    round_.sign(1)
    said = holds(round_.file, names(round_.organ_id, round_.file))
    assert "签署一审一校" in said
    assert "二审二校、保密审查" in said


@pytest.mark.parametrize(
    ("marks", "runs"),
    [
        ((), (("甲乙丙丁", False),)),
        ((Mark("1.1", "乙丙", ""),), (("甲", False), ("乙丙", True), ("丁", False))),
        ((Mark("1.1", "甲乙", ""), Mark("1.1", "乙丙", "")), (("甲乙丙", True), ("丁", False))),
        ((Mark("1.1", "", "整段"),), (("甲乙丙丁", False),)),
    ],
)
def test_marks_cut_the_text_and_lose_nothing(
    marks: tuple[Mark, ...], runs: tuple[tuple[str, bool], ...]
) -> None:
    review = Desk().submit().send_back(1, marks=marks).review()
    (place,) = places(Content("题", parts=(Part("正文", ("甲乙丙丁",)),)), review)
    assert place.runs == runs


def test_the_difference_is_for_who_looked_before(round_: Round) -> None:
    round_.sign(1)
    reviewer = str(round_.office.person("reviewer").pk)
    assert last_seen(round_.file, reviewer) == ""
    save_draft(round_.office.actor("handler"), round_.draft, 1, timezone.now(), 2, body="全新的一段。")
    file = round_.again()
    content = content_of(round_.organ_id, file.id, file.review.hash)
    assert any(line.changed for line in difference(round_.organ_id, file, reviewer, content))
    assert difference(round_.organ_id, file, str(round_.office.person("leader").pk), content) == []


def test_what_one_may_do_and_from_where_one_may_send_back(round_: Round) -> None:
    people = names(round_.organ_id, round_.file)
    today = timezone.localdate()
    assert [one.task for one in todos(round_.office.actor("reviewer"), round_.file, today, people)] == [1]
    round_.sign(1).secrecy()
    for role, tasks in (
        ("reviewer", [1]),
        ("secrecy_reviewer", [SECRECY]),
        ("office_head", [2]),
        ("handler", []),
    ):
        actor = round_.office.actor(role)
        found = returnable(actor, round_.file, todos(actor, round_.file, today, people))
        assert [task for task, _ in found] == tasks


def test_the_unit_by_name(round_: Round) -> None:
    assert unit_name(round_.organ_id, round_.file.review) == "办公室"
    assert unit_name(round_.organ_id, Desk().submit().review()) == ""
