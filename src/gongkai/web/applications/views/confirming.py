"""待确认: what came by web, e-mail, fax or ordinary letter and has not been confirmed by both sides yet.

The strict date counts from the submission meanwhile, so that nothing is lost by waiting (A23).
"""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from gongkai.web.applications.actions.attempt import TRIES
from gongkai.web.applications.board import working_days
from gongkai.web.applications.models import Standing
from gongkai.web.applications.models.application import APPLICANTS, CHANNELS
from gongkai.web.applications.urgency import UNCONFIRMED
from gongkai.web.applications.views.cases import address
from gongkai.web.pages.lists import Choice, Column, Listing
from gongkai.web.pages.rows import organ_of
from gongkai.web.rights.access import allow
from gongkai.web.workdays.door import calendar_for


@allow("applications.register", "GET")
def confirming(request: HttpRequest) -> HttpResponse:
    """The queue, the oldest first."""
    organ, today = organ_of(request), timezone.localdate()
    calendar = calendar_for(organ.region)

    def waited(one: Standing) -> str:
        days = working_days(one.filed_on or today, today, calendar)
        return f"已过{days}个工作日，请尽快确认" if days > 0 else "今天收到"

    columns = (
        Column("number", "登记号", sort="number", link=lambda one: address(one.number)),
        Column("matter", "事项", lambda one: one.matter or "（未写明）"),
        Column("applicant", "申请人类别", lambda one: APPLICANTS.get(one.applicant, "")),
        Column("channel", "提交渠道", lambda one: CHANNELS.get(one.channel, "")),
        Column("filed_on", "提交日期", sort="filed_on"),
        Column("waited", "等待", waited),
        Column("tried", "联系次数", lambda one: one.tried, number=True),
        Column("due", "答复期限"),
    )
    tried = Count("application__notes", filter=Q(application__notes__kind__in=TRIES))
    rows = Standing.objects.for_organ(organ).filter(stage__in=sorted(UNCONFIRMED)).annotate(tried=tried)
    options = tuple((str(key), words) for key, words in CHANNELS.items())
    listing = Listing(
        "confirming",
        "待确认的申请",
        columns,
        rows,
        search=("number", "matter"),
        filters=(Choice("channel", "渠道", options, lambda v: Q(channel=v)),),
        empty="没有等待确认的申请。",
        order="filed_on",
    )
    return listing.answer(request, "applications/confirming.html", today=today)
