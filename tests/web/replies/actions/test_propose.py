"""A case becomes a draft: personal data covered, the draft an ordinary one."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.replies.actions.propose import private_words, propose, text_for
from gongkai.web.replies.personal import COVER
from gongkai.web.review.drafts import latest_version
from gongkai.web.rights.actor import Forbidden
from tests.web.applications.lives import NAME, PHONE
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, replied


def test_a_draft_without_the_applicant(bureau: Office) -> None:
    one = applied(bureau, values={"request": f"{NAME}（{PHONE}）申请公开决算表"})
    replied(bureau, one)
    made = propose(bureau.actor("handler"), one, "answer", "多人询问", NOON)
    version = latest_version(made.draft)
    assert NAME not in version.body
    assert PHONE not in version.body
    assert COVER in version.body
    assert "申请公开决算表" in version.body
    assert version.column == "依申请公开答复选登"
    assert {NAME, PHONE} <= set(private_words(one))
    assert "请写入" in text_for(one, "proactive", LATER)


def test_what_cannot_be(bureau: Office) -> None:
    one, clerk = applied(bureau), bureau.actor("handler")
    with pytest.raises(NotAllowed, match="还没有答复"):
        propose(clerk, one, "answer", "甲", NOON)
    for purpose, reason in (("proactive", " "), ("other", "甲")):
        with pytest.raises(NotAllowed, match="理由"):
            propose(clerk, one, purpose, reason, NOON)
    with pytest.raises(Forbidden):
        propose(bureau.actor("reviewer"), one, "proactive", "甲", NOON)
    assert propose(clerk, one, "proactive", "三件申请要求相同信息", NOON).purpose == "proactive"
