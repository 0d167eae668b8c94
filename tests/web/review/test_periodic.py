"""The reminder goes out once an interval."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from gongkai.web.jobs.schedule import periodic_jobs
from gongkai.web.notices.models import Notice
from gongkai.web.review.actions.drafts import begin_draft
from gongkai.web.review.actions.submitting import submit
from gongkai.web.review.periodic import chase
from tests.web.offices import Office
from tests.web.review.conftest import VALUES

FRIDAY = dt.datetime(2026, 3, 6, 9, 0, tzinfo=timezone.get_default_timezone())


def test_chased_once_an_interval(office: Office) -> None:
    office.person("reviewer")
    draft = begin_draft(office.actor("handler"), FRIDAY, **VALUES)
    submit(office.actor("handler"), "draft", str(draft.pk), FRIDAY)
    days = [chase(FRIDAY + dt.timedelta(days=n, hours=h)) for n, h in ((3, 0), (4, 0), (4, 1), (6, 0))]
    assert days == [0, 1, 0, 1]
    texts = Notice.objects.for_organ(office.organ).filter(kind="review.chased").values_list("text", flat=True)
    assert any("已经等待2个工作日" in text for text in texts)


def test_it_is_on_the_schedule() -> None:
    assert periodic_jobs()["review.chase"].minutes == 60
