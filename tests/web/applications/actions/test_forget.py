"""What was written goes, that it happened stays."""

from __future__ import annotations

from gongkai.web.applications.actions.consult import consult
from gongkai.web.applications.actions.forget import forget
from gongkai.web.applications.actions.propose import propose
from gongkai.web.applications.cases import rows_of, state_of
from gongkai.web.applications.forms.asking import ConsultForm
from gongkai.web.applications.models import ApprovalRequest, Consulted, Proposal
from tests.web.applications.acting import made
from tests.web.applications.actions.test_approve import asked
from tests.web.applications.actions.test_propose import SEARCH
from tests.web.applications.lives import DAY, at, filed
from tests.web.offices import Office

GONE = "（已经清除）"


def test_texts_go(office: Office) -> None:
    one, _ = filed(office)
    propose(office.actor("handler"), one, SEARCH, 0, at(DAY))
    asked(office, one)
    form = made(ConsultForm, state_of(one, DAY), to="third_party", name="第三方寅卯", about="合同价款")
    consult(office.actor("handler"), one, form, at(DAY))  # type: ignore[arg-type]
    before = [row.kind for row in rows_of(one)]
    assert forget(one, GONE) == 3
    row = Consulted.objects.for_organ(office.organ).get()
    assert (row.opened("name"), row.about) == ("", GONE)
    proposal = Proposal.objects.for_organ(office.organ).get()
    assert (proposal.kind, proposal.facts) == (SEARCH.kind, {"search_record": GONE})
    request = ApprovalRequest.objects.for_organ(office.organ).get()
    assert (request.values["words"], request.values["days"]) == (GONE, "5")
    assert [entry.kind for entry in rows_of(one)] == before
