"""不予公开登记: the list of what was withheld, one of them with its looks, and a new look."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gongkai.values.errors import NotAllowed
from gongkai.web.applications.addresses import case_address
from gongkai.web.pages.lists import Choice, Column, Listing
from gongkai.web.pages.rows import organ_of, own_row
from gongkai.web.replies.actions.reassess import reassess
from gongkai.web.replies.afterwards import WITHHELD
from gongkai.web.replies.facts import way_of
from gongkai.web.replies.forms import ReassessForm
from gongkai.web.replies.models import GROUNDS, OUTCOMES, Reassessment, Withheld
from gongkai.web.rights.access import actor_of, allow

COLUMNS = (
    Column(
        "number", "登记号", lambda one: one.application.number, "application__number",
        lambda one: f"{WITHHELD}{one.pk}/",
    ),
    Column("matter", "事项", lambda one: one.application.matter or "（未写明）"),
    Column("ground", "不公开的依据", lambda one: one.get_ground_display(), "ground"),
    Column("since", "答复日期", sort="since"),
    Column("outcome", "评估结论", lambda one: OUTCOMES.get(one.outcome or "", "还没有评估")),
    Column("next_on", "下次评估", sort="next_on"),
)  # fmt: skip


@allow("applications.read", "GET")
def withheld(request: HttpRequest) -> HttpResponse:
    """The list; ``looks=due`` shows what is to be looked at by today."""
    today = timezone.localdate()
    due = Choice("looks", "评估", (("due", "已到评估日期"), ("released", "可以公开")), lambda v: (
        Q(next_on__lte=today) if v == "due" else Q(outcome="release")
    ))  # fmt: skip
    listing = Listing(
        "withheld",
        "不予公开登记",
        COLUMNS,
        Withheld.objects.for_organ(organ_of(request)).looked_at().select_related("application"),
        search=("application__number", "application__matter"),
        filters=(due, Choice("ground", "依据", tuple(GROUNDS.items()), lambda v: Q(ground=v))),
        empty="还没有不予公开的信息。不予公开、部分公开的答复发出以后自动登记。",
        order="next_on",
    )
    return listing.answer(request, "replies/withheld.html")


def shown(request: HttpRequest, one: Withheld, form: ReassessForm | None = None) -> HttpResponse:
    """The page of one."""
    looks = Reassessment.objects.for_organ(one.organ_id).filter(withheld=one)
    context = {
        "one": one,
        "looks": looks,
        "case": case_address(one.application),
        "way": way_of(one.letter),
        "form": form or ReassessForm(initial={"on": timezone.localdate()}),
        "may_look": actor_of(request).may("applications.handle"),
    }
    return render(request, "replies/withheld_one.html", context, status=422 if form else 200)


def _own(request: HttpRequest, id: UUID) -> Withheld:
    own_row(request, Withheld, id)
    rows = Withheld.objects.for_organ(organ_of(request)).looked_at()
    one: Withheld = rows.select_related("application", "letter").get(pk=id)
    return one


@allow("applications.read", "GET")
def one(request: HttpRequest, withheld: UUID) -> HttpResponse:
    """One of them."""
    return shown(request, _own(request, withheld))


@allow("applications.handle", "POST")
def reassessments(request: HttpRequest, withheld: UUID) -> HttpResponse:
    """Record a look."""
    row, form = _own(request, withheld), ReassessForm(request.POST)
    if form.is_valid():
        found = form.cleaned_data
        try:
            reassess(
                actor_of(request), row, found["outcome"], found["reason"], on=found["on"], now=timezone.now()
            )
        except NotAllowed as error:
            form.add_error(None, f"{error.sentence}（{error.article}）")
        else:
            messages.success(request, "评估已经登记。")
            return redirect(f"{WITHHELD}{row.pk}/")
    return shown(request, row, form)
