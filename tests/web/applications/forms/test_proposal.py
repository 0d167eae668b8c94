"""The form asks for each missing fact with its article, for the limb by choice, and for what may bar it."""

from __future__ import annotations

from gongkai.statute.decisions import decision
from gongkai.web.applications.cases import state_of
from gongkai.web.applications.forms.proposal import ProposalForm
from tests.web.applications.lives import DAY, filed
from tests.web.offices import Office


def test_fields_of_a_kind(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    form = ProposalForm(state, decision("withheld.deliberative"), [], [], None, initial={"seen": 0})
    assert list(form.fields) == [
        "seen", "fact-limb", "fact-reasons", "fact-not_severable", "bars", "reasons",
    ]  # fmt: skip
    choices = form.fields["fact-limb"].choices  # type: ignore[attr-defined]
    assert ("过程稿", "过程稿") in choices
    lines = {line["field"].name: line["article"] for line in form.lines()}
    assert lines["fact-limb"] == "《条例》第十六条"


def test_the_draft(office: Office) -> None:
    state = state_of(filed(office)[0], DAY)
    data = {"seen": "0", "fact-limb": "过程稿", "fact-reasons": "仍在讨论", "fact-not_severable": "不能区分"}
    form = ProposalForm(state, decision("withheld.deliberative"), [], [], data | {"bars": ["severable"]})
    assert form.is_valid()
    draft = form.draft({"nature": "yes"})
    assert draft.facts["severable"] == "存在"
    assert draft.facts["limb"] == "过程稿"
    assert draft.answers == {"nature": "yes"}
    assert form.replaced is None
    assert not ProposalForm(state, decision("withheld.deliberative"), [], [], {"seen": "0"}).is_valid()
