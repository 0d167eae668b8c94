"""Signing and sending back, in the table: what is written, and who cannot."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from gongkai.web.audit.models import AuditLine
from gongkai.web.audit.verifying import verify
from gongkai.web.entries.row import Taken
from gongkai.web.people.models import Delegation
from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.actions.signing import check_marks, sign, sign_secrecy
from gongkai.web.review.core.acts import Mark, Signed
from gongkai.web.review.core.content import Content, Part
from gongkai.web.review.core.gate import may_publish
from gongkai.web.review.core.words import checks
from gongkai.web.review.kinds import NoContent
from gongkai.web.review.models import DraftVersion
from gongkai.web.rights.actor import Forbidden
from gongkai.web.rights.roles import roles
from tests.web.offices import Office
from tests.web.review.conftest import Round


def test_three_steps_and_secrecy_open_the_gate(round_: Round) -> None:
    review = round_.complete().again().review
    assert may_publish(review, review.hash)
    assert [one.opinion for one in review.signatures] == ["同意1", "同意2", "同意3"]
    acts = list(AuditLine.objects.filter(subject=str(round_.file.id)).values_list("act", flat=True))
    assert acts == ["review.submitted", *["review.signed"] * 3, "review.secrecy_signed"]
    assert list(verify()) == []


def test_no_line_of_audit_holds_what_people_wrote(round_: Round) -> None:
    round_.complete()
    told = str(list(AuditLine.objects.values_list("data", flat=True)))
    assert "同意" not in told
    assert "宣传" not in told


def test_who_saw_an_older_page_is_told(round_: Round) -> None:
    old = round_.seen
    round_.sign(1)
    with pytest.raises(Taken):
        sign(round_.office.actor("reviewer", 2), round_.file.id, old, timezone.now(), step=1, checks=checks())


def test_a_made_up_hash_signs_nothing(round_: Round) -> None:
    seen = Seen(round_.file.position, "sha256:" + "0" * 64)
    with pytest.raises(ValidationError, match="不是现在的内容"):
        sign(round_.office.actor("reviewer"), round_.file.id, seen, timezone.now(), step=1, checks=checks())


def test_a_content_changed_behind_the_back_is_not_signed(round_: Round) -> None:
    """Somebody with access to the tables adds a version without telling the review."""
    last = DraftVersion.objects.for_organ(round_.organ_id).get(draft=round_.draft)
    last.pk, last.number, last.body = None, 2, "改了。"
    last.save(force_insert=True)
    with pytest.raises(ValidationError, match="别处改动"):
        round_.sign(1)


@pytest.mark.parametrize("role", roles())
def test_only_the_role_of_the_step_signs_it(round_: Round, role: str) -> None:
    actor = round_.office.actor(role, 2)
    if role == "reviewer":
        assert sign(actor, round_.file.id, round_.seen, timezone.now(), step=1, checks=checks())
        return
    with pytest.raises((Forbidden, ValidationError)):
        sign(actor, round_.file.id, round_.seen, timezone.now(), step=1, checks=checks())
    assert round_.again().position == 1


@pytest.mark.parametrize("role", [key for key in roles() if key != "secrecy_reviewer"])
def test_nobody_else_signs_for_secrecy(round_: Round, role: str) -> None:
    with pytest.raises((Forbidden, ValidationError)):
        sign_secrecy(
            round_.office.actor(role, 2), round_.file.id, round_.seen, timezone.now(), conclusion="disclose"
        )


def stand_in(office: Office, principal: str, deputy: str) -> None:
    """Let one person stand in for another from long ago on."""
    Delegation(
        organ=office.organ,
        principal=office.person(principal),
        deputy=office.person(deputy),
        reason="外出学习",
        since=dt.date(2024, 1, 1),
    ).save(force_insert=True)


def test_a_deputy_signs_in_his_own_name_for_his_principal(round_: Round) -> None:
    stand_in(round_.office, "reviewer", "legal_reviewer")
    deputy = round_.office.actor("legal_reviewer")
    file = sign(deputy, round_.file.id, round_.seen, timezone.now(), step=1, checks=checks())
    act = file.acts[-1]
    assert isinstance(act, Signed)
    assert (act.by, act.on_behalf_of) == (deputy.id, str(round_.office.person("reviewer").pk))


def test_an_administrator_signs_for_nobody(round_: Round) -> None:
    stand_in(round_.office, "reviewer", "system_administrator")
    actor = round_.office.actor("system_administrator")
    with pytest.raises((Forbidden, ValidationError)):
        sign(actor, round_.file.id, round_.seen, timezone.now(), step=1, checks=checks())


def test_the_author_does_not_sign_through_his_deputy(round_: Round) -> None:
    """The author stands in for the reviewer: his own text stays barred to him."""
    stand_in(round_.office, "reviewer", "handler")
    with pytest.raises(ValidationError):
        sign(
            round_.office.actor("handler"),
            round_.file.id,
            round_.seen,
            timezone.now(),
            step=1,
            checks=checks(),
        )


def test_a_review_of_another_organ_is_not_there(round_: Round, other_office: Office) -> None:
    with pytest.raises(NoContent):
        sign(
            other_office.actor("reviewer"),
            round_.file.id,
            round_.seen,
            timezone.now(),
            step=1,
            checks=checks(),
        )


def test_marks_point_to_words_that_stand_there(round_: Round) -> None:
    content = Content("题", parts=(Part("正文", ("第一段。", "第二段。")),))
    check_marks(content, [Mark("1.2", "第二", "改")])
    with pytest.raises(ValidationError, match="正文第2段中没有"):
        check_marks(content, [Mark("1.2", "第一", "改")])
    with pytest.raises(ValidationError, match="位置不存在"):
        check_marks(content, [Mark("1.3", "第一", "改")])
    back = round_.send_back(1, marks=[Mark("1.1", "三月十二日", "核对日期")]).again().review.sent_back
    assert back is not None
    assert back.marks == (Mark("1.1", "三月十二日", "核对日期"),)  # type: ignore[union-attr]
