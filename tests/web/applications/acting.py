"""Acting on a case through its pages, as tests need it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.test import Client
from django.utils import timezone

from gongkai.web.applications.cases import CaseState, state_of
from gongkai.web.applications.forms.entry import EntryForm
from gongkai.web.applications.models import Application
from tests.web.applications.lives import filed
from tests.web.offices import Office


def recent(office: Office, days: int = 1, **more: Any) -> Application:
    """An application handed in so many days ago, so that pages of today act on it."""
    return filed(office, on=timezone.localdate() - dt.timedelta(days), **more)[0]


def now_of(application: Application) -> CaseState:
    """The case as it stands today."""
    return state_of(application, timezone.localdate())


def posted(client: Client, application: Application, room: str, kind: str, **values: Any) -> Any:
    """Post an act on what is seen now, dated today where no day is given."""
    start = {"seen": now_of(application).position, "on": timezone.localdate().isoformat(), "words": "说明"}
    return client.post(f"/office/applications/{application.number}/{room}/{kind}/", start | values)


def made(form: type[EntryForm], state: CaseState, **values: Any) -> EntryForm:
    """A bound form, checked."""
    start = {"seen": state.position, "on": state.on.isoformat(), "words": "说明"}
    one = form(state, start | values)
    one.is_valid()
    return one
