"""Into the library goes what was reviewed and holds no personal data; out of it at once."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.replies.actions.propose import propose
from gongkai.web.replies.actions.publish import personal_data, publish, withdraw
from gongkai.web.replies.models import Answer, CaseDraft
from gongkai.web.review.actions.drafts import save_draft
from gongkai.web.review.actions.signing import sign, sign_secrecy
from gongkai.web.review.actions.submitting import submit
from gongkai.web.review.core.chain import DEFAULT
from gongkai.web.review.core.words import checks
from gongkai.web.review.drafts import KEY
from gongkai.web.review.ledger import File, latest
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import PHONE
from tests.web.offices import Office
from tests.web.replies.desk import NOON, applied, replied, seen


def proposed(office: Office, purpose: str = "answer") -> CaseDraft:
    """A draft of an answered case."""
    one = applied(office)
    replied(office, one, "D10")
    return propose(office.actor("handler"), one, purpose, "多人询问", NOON)


def reviewed(office: Office, source: CaseDraft) -> File:
    """Signed by everybody."""
    file = submit(office.actor("handler"), KEY, str(source.draft_id), NOON)
    for number, step in enumerate(DEFAULT.steps, 1):
        actor = office.actor(step.roles[0])
        file = sign(actor, file.id, seen(file), NOON, step=number, checks=checks(), opinion="同意")
    keeper = office.actor("secrecy_reviewer")
    return sign_secrecy(keeper, file.id, seen(file), NOON, conclusion="disclose", basis="不涉及国家秘密")


def test_signed_and_clean_it_is_released_once(bureau: Office) -> None:
    source, publisher = proposed(bureau), bureau.actor("publisher")
    with pytest.raises(NotAllowed, match="还没有送审"):
        publish(publisher, source, 0, NOON)
    file = reviewed(bureau, source)
    one = publish(publisher, source, file.position, NOON)
    assert list(Answer.objects.for_organ(bureau.organ).public()) == [one]
    after = latest(bureau.organ.pk, KEY, str(source.draft_id))
    assert after is not None
    assert after.review.released is not None
    with pytest.raises(NotAllowed, match="已经选登"):
        publish(publisher, source, after.position, NOON)
    with pytest.raises(NotAllowed, match="撤下的理由"):
        withdraw(publisher, one, " ", NOON)
    with pytest.raises(Forbidden):
        withdraw(bureau.actor("handler"), one, "甲", NOON)
    withdraw(publisher, one, "内容已经过时", NOON)
    assert list(Answer.objects.for_organ(bureau.organ).public()) == []
    with pytest.raises(NotAllowed, match="由别人撤下"):
        withdraw(publisher, one, "另一个理由", NOON)


def test_control_personal_data_stop_it_whoever_has_signed(bureau: Office) -> None:
    source = proposed(bureau)
    save_draft(bureau.actor("handler"), source.draft, 1, NOON, body=f"请联系{PHONE}。")
    assert len(personal_data(source)) == 1
    file = reviewed(bureau, source)
    with pytest.raises(NotAllowed, match="个人信息") as error:
        publish(bureau.actor("publisher"), source, file.position, NOON)
    assert PHONE not in error.value.sentence
    assert not Answer.objects.for_organ(bureau.organ).exists()


def test_not_unsigned_not_for_another_purpose(bureau: Office) -> None:
    source, publisher = proposed(bureau), bureau.actor("publisher")
    file = submit(bureau.actor("handler"), KEY, str(source.draft_id), NOON)
    with pytest.raises(NotAllowed, match="还没有签署"):
        publish(publisher, source, file.position, NOON)
    with pytest.raises(Forbidden):
        publish(bureau.actor("handler"), source, file.position, NOON)
    with pytest.raises(NotAllowed, match="按信息发布办理"):
        publish(publisher, proposed(bureau, "proactive"), 0, NOON)
