"""Trials: known from the start, each a subject of its own, numbered apart."""

from __future__ import annotations

from gongkai.web.letters import providers
from gongkai.web.letters.trial import new_subject
from tests.web.offices import Office


def test_a_trial_is_open_to_who_drafts(office: Office) -> None:
    one, two = new_subject(), new_subject()
    assert one != two
    provider, key = providers.provider_of(one)
    assert provider.trial
    assert providers.words_of(one) == "试制"
    assert provider.address(key).startswith("/office/letters/")
    assert provider.facts(office.organ, key, "D13", office.organ.founded_on) == {}
    assert providers.may_draft(office.actor("handler"), one)
    assert not providers.may_read(office.actor("mailbox_handler"), one)
