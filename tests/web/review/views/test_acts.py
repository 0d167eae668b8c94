"""Posting to the nouns: the whole way, who comes second, what is refused, what is left out."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse

from gongkai.web.review.core.words import checks
from gongkai.web.rights.roles import roles
from tests.web.offices import Office
from tests.web.review.conftest import Round


def post(round_: Round, role: str, noun: str, number: int = 1, **fields: Any) -> HttpResponse:
    """Post to a noun what the page that is shown now would send."""
    prefix = {"signature": "sign", "withdrawal": "withdraw", "resubmission": "resubmit"}.get(noun, noun)
    shown = {"position": round_.file.position, "hash": round_.file.review.hash} | fields
    client = round_.office.client(role, number)
    data = {f"{prefix}-{name}": value for name, value in shown.items() if value is not None}
    response: Any = client.post(f"/office/review/{round_.file.id}/{noun}/", data)
    return response


SIGN: dict[str, Any] = {"checks": list(checks())}
SECRECY: dict[str, Any] = {"carrier": "official", "joint": "no", "conclusion": "disclose"}


def test_the_whole_way(round_: Round) -> None:
    for step, role in ((1, "reviewer"), (2, "office_head"), (3, "leader")):
        assert post(round_, role, "signature", step=step, **SIGN).status_code == 302
        round_.again()
    assert post(round_, "secrecy_reviewer", "secrecy", **SECRECY).status_code == 302
    assert round_.again().review.secrecy.form["carrier"] == "official"  # type: ignore[union-attr]
    assert post(round_, "publisher", "release", where="政府网站").status_code == 302
    assert round_.again().review.released is not None


def test_sent_back_with_marks_and_sent_again(round_: Round) -> None:
    marks = {"place1": "1.1", "words1": "三月", "remark1": "核对"}
    assert post(round_, "reviewer", "return", task=1, to=0, reason="日期有误", **marks).status_code == 302
    round_.again()
    assert post(round_, "handler", "resubmission", note="日期无误").status_code == 302
    assert round_.again().review.next_step == 1
    assert post(round_, "handler", "withdrawal", reason="不发了").status_code == 302
    assert round_.again().review.withdrawn is not None


def test_who_comes_second_is_told_what_holds(round_: Round) -> None:
    old = round_.file
    round_.sign(1)
    round_.file = old
    response = post(round_, "reviewer", "signature", number=2, step=1, **SIGN)
    assert response.status_code == 409
    text = response.content.decode()
    assert round_.office.person("reviewer").name in text
    assert "二审二校" in text


def test_sending_back_what_has_moved_on_is_a_conflict_though_the_choice_is_gone(round_: Round) -> None:
    old = round_.file
    round_.sign(1, number=2)
    round_.file = old
    assert post(round_, "reviewer", "return", task=1, to=0, reason="有误").status_code == 409


@pytest.mark.parametrize("left_out", ["position", "hash", "step"])
def test_nothing_is_signed_unseen(round_: Round, left_out: str) -> None:
    fields = {"step": 1, **SIGN} | {left_out: None}
    assert post(round_, "reviewer", "signature", **fields).status_code == 400
    assert round_.again().position == 1


@pytest.mark.parametrize(
    ("role", "noun", "fields", "said"),
    [
        ("reviewer", "signature", {"step": 1, "checks": ["legal"]}, "还没有逐项核对"),
        ("reviewer", "signature", {"step": 1, **SIGN, "hash": "sha256:0"}, "不是现在的内容"),
        ("secrecy_reviewer", "secrecy", SECRECY | {"joint": "yes"}, "书面意见"),
        ("secrecy_reviewer", "secrecy", SECRECY | {"conclusion": "withhold"}, "依据"),
        ("reviewer", "return", {"task": 1, "to": 0, "reason": ""}, "请填写这一项"),
        (
            "reviewer",
            "return",
            {"task": 1, "to": 0, "reason": "x", "place1": "1.1", "words1": "没有"},
            "没有“没有”",
        ),
        ("publisher", "release", {"where": "网站"}, "还没有签署"),
    ],
)
def test_what_is_refused_says_why(
    round_: Round, role: str, noun: str, fields: dict[str, Any], said: str
) -> None:
    response = post(round_, role, noun, **fields)
    assert response.status_code == 400
    assert noun == "release" or said in response.content.decode()
    assert round_.again().position == 1


NOUNS = {
    "signature": {"step": 1, **SIGN},
    "secrecy": SECRECY,
    "return": {"task": 1, "to": 0, "reason": "有误"},
    "withdrawal": {},
    "resubmission": {},
    "release": {"where": "网站"},
}
MAY = {("reviewer", "signature"), ("reviewer", "return"), ("secrecy_reviewer", "secrecy")}


@pytest.mark.parametrize("noun", NOUNS)
@pytest.mark.parametrize("role", roles())
def test_every_role_at_every_act(round_: Round, role: str, noun: str) -> None:
    """A fresh review by somebody else: only the reviewer of step one and the secrecy reviewer can do anything."""
    response = post(round_, role, noun, number=2, **NOUNS[noun])
    assert (response.status_code == 302) == ((role, noun) in MAY)
    assert response.status_code in {302, 400, 403}
    assert round_.again().position == (2 if (role, noun) in MAY else 1)


@pytest.mark.parametrize("noun", NOUNS)
def test_another_organ_finds_nothing(round_: Round, other_office: Office, noun: str) -> None:
    role = {"secrecy": "secrecy_reviewer", "release": "publisher"}.get(noun, "office_head")
    client = other_office.client(role)
    response = client.post(f"/office/review/{round_.file.id}/{noun}/", {"position": 1})
    assert response.status_code == 404
    assert round_.again().position == 1
