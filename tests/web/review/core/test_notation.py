"""What is written is read back; what people wrote stays apart from the open data."""

from __future__ import annotations

import json

from gongkai.web.review.core.acts import SECRECY, Mark
from gongkai.web.review.core.chain import DEFAULT
from gongkai.web.review.core.notation import KINDS, chain_from, chain_to, joined, kind_of, split
from tests.web.review.desk import Desk, paper

DESK = (
    Desk()
    .submit()
    .sign(1, "clerk", paper=paper("boss"), opinion="同意甲")
    .secrecy(form={"carrier": "official"}, basis="依据乙")
    .send_back(SECRECY, by="keeper", reason="理由丙", marks=(Mark("1.1", "原文丁", "意见戊"),))
    .edit("sha256:bb")
    .take_over("heir")
    .withdraw()
    .release()
)


def test_the_sort_of_a_review_comes_back_and_is_empty_in_older_rows() -> None:
    for sort in ("", "D02"):
        act = Desk(sort=sort).submit().acts[0]
        data, words = split(act)
        assert ("sort" in data) is bool(sort)
        known = {"position": act.position, "on": act.on, "recorded_at": act.recorded_at, "by": act.by}
        assert joined("submitted", data, words, **known) == act


def test_every_kind_comes_back_as_it_was() -> None:
    assert {kind_of(act) for act in DESK.acts} == set(KINDS)
    for act in DESK.acts:
        data, words = json.loads(json.dumps(split(act)))
        again = joined(
            kind_of(act),
            data,
            words,
            position=act.position,
            on=act.on,
            recorded_at=act.recorded_at,
            by=act.by,
        )
        assert again == act


def test_no_word_stands_in_the_open_data() -> None:
    open_data = json.dumps([split(act)[0] for act in DESK.acts], ensure_ascii=False)
    assert [c for c in "甲乙丙丁戊" if c in open_data] == []


def test_chains() -> None:
    assert chain_from(json.loads(json.dumps(chain_to(DEFAULT)))) == DEFAULT
