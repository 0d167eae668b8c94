"""A signature on paper or in the OA, entered with its scan by a second person."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.review.actions.papers import Scan, enter_paper
from gongkai.web.review.core.acts import SECRECY
from gongkai.web.review.core.content import short
from gongkai.web.review.core.words import checks
from gongkai.web.rights.actor import Forbidden
from gongkai.web.rights.roles import roles
from tests.web.offices import Office
from tests.web.review.conftest import Round

SCAN = Scan("scan-1", "审核单.pdf", "a" * 64)


def enter(round_: Round, role: str = "publisher", number: int = 1, **more: Any) -> None:
    """Enter that the reviewer signed step one on paper today."""
    values = {
        "task": 1,
        "signer": round_.office.person("reviewer"),
        "signed_on": timezone.localdate(),
        "source": "paper",
        "fingerprint": short(round_.file.review.hash).lower(),
        "scan": SCAN,
        "checks": checks(),
    } | more
    actor = round_.office.actor(role, number)
    round_.file = enter_paper(actor, round_.file.id, round_.seen, timezone.now(), **values)


def test_a_second_person_enters_it(round_: Round) -> None:
    enter(round_)
    signed = round_.again().review.signatures[0]
    assert signed.signer == str(round_.office.person("reviewer").pk)
    assert signed.by == str(round_.office.person("publisher").pk)
    data = AuditLine.objects.filter(act="review.signed").get().data
    assert (data["signer"], data["scan"]) == (signed.signer, "a" * 64)


def test_all_steps_and_secrecy_may_come_on_paper(round_: Round) -> None:
    for task, role in ((1, "reviewer"), (2, "office_head"), (3, "leader"), (SECRECY, "secrecy_reviewer")):
        enter(round_, task=task, signer=round_.office.person(role), source="oa", basis="无")
    assert round_.again().review.complete


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"fingerprint": "00000000"}, "另一个版本"),
        ({"source": "telephone"}, "纸质审核单还是办公系统"),
        ({"signed_on": dt.date(2023, 1, 1)}, "不能签署"),
        ({"scan": Scan("", "", "")}, "扫描件"),
        ({"checks": ()}, "逐项核对"),
    ],
)
def test_what_does_not_fit_is_refused(round_: Round, more: dict[str, Any], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        enter(round_, **more)


def test_not_by_the_author_nor_the_signer_nor_without_the_role(round_: Round, other_office: Office) -> None:
    with pytest.raises(ValidationError, match="拟稿人录入"):
        enter(round_, "handler")
    with pytest.raises(ValidationError, match="不能签署"):
        enter(round_, signer=round_.office.person("leader"))
    with pytest.raises(ValidationError, match="不能签署"):
        enter(round_, signer=round_.office.person("handler"))
    with pytest.raises(ValidationError, match="本机关的人员"):
        enter(round_, signer=other_office.person("reviewer"))
    enter(round_)
    with pytest.raises(ValidationError, match="签署人以外"):
        enter(round_, "office_head", task=2, signer=round_.office.person("office_head"))


@pytest.mark.parametrize("role", [k for k, one in roles().items() if "review.enter_paper" not in one.rights])
def test_who_may_not_enter_papers(round_: Round, role: str) -> None:
    with pytest.raises(Forbidden):
        enter(round_, role, 2)
