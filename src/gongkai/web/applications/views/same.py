"""The same proposals for the cases handled together: which can take them, and what became of each."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.actions.propose_same import followers, propose_same, standing_of
from gongkai.web.applications.addresses import case_address
from gongkai.web.applications.proposing import row_words
from gongkai.web.applications.views.case import own_state
from gongkai.web.rights.access import actor_of, allow


@allow("applications.handle", "GET", "POST")
def same(request: HttpRequest, number: str) -> HttpResponse:
    """Choose among the cases that go with this one; then tell what became of each."""
    state = own_state(request, number)
    if request.method == "POST":
        try:
            done = propose_same(actor_of(request), state, request.POST.getlist("case"), timezone.now())
        except NotAllowed as error:
            messages.error(request, error.sentence)
            return redirect(case_address(state.application))
        for one in done:
            if one.why_not:
                messages.error(request, f"{one.application.number}没有拟定：{one.why_not}")
        if good := [one.application.number for one in done if not one.why_not]:
            messages.success(request, f"已拟定同样的处理意见：{'、'.join(good)}。答复书逐件起草、审核。")
        elif not done:
            messages.error(request, "没有选择申请，未作改动。")
        return redirect(case_address(state.application, "same"))
    found = followers(state)
    context = {
        "case": state.application,
        "back": case_address(state.application),
        "proposals": [(one, row_words(one.decision.row)) for one in standing_of(state.application)],
        "followers": found,
        "any_takes": any(not one.why_not for one in found),
    }
    return render(request, "applications/same.html", context)
