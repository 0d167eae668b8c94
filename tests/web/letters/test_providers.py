"""Letters belong to cases that somebody registered; rights of the case add to the rights of letters."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.letters import providers
from tests.web.letters.bureau import SUBJECT, cases_known, drafted
from tests.web.offices import Office


def test_known_and_unknown_subjects(bureau: Office) -> None:
    found, key = providers.provider_of(SUBJECT)
    assert key == "2026-0031"
    assert found.holds(drafted(bureau)) == ""
    assert providers.words_of(SUBJECT) == "申请2026-0031"
    assert providers.words_of("nowhere/1") == "nowhere/1"
    for subject in ("nowhere/1", "invented", "invented/", ""):
        assert providers.find(subject)[0] is None
        with pytest.raises(NotAllowed, match="没有"):
            providers.provider_of(subject)


def test_both_the_right_and_the_case_must_allow(bureau: Office) -> None:
    handler, lawyer = bureau.actor("handler"), bureau.actor("government_lawyer")
    assert providers.may_read(lawyer, SUBJECT)
    assert not providers.may_draft(lawyer, SUBJECT)
    assert providers.may_draft(handler, SUBJECT)
    assert not providers.may_read(handler, "nowhere/1")
    with cases_known(may_read=lambda actor, key: False, may_draft=lambda actor, key: False):
        assert not providers.may_read(handler, SUBJECT)
        assert not providers.may_draft(handler, SUBJECT)
