"""The addresses of the office; each app adds its own below."""

from __future__ import annotations

from django.urls import include, path

from gongkai.web.applying.views.office import sent
from gongkai.web.office.views import set_up, start

urlpatterns = [
    path("notices/", include("gongkai.web.notices.urls")),
    path("", start.start, name="start"),
    path("keys/", start.keys, name="keys"),
    path("set-up/", set_up.set_up, name="set-up"),
    path("organ/", include("gongkai.web.organs.urls")),
    path("display/", start.display, name="display"),
    path("", include("gongkai.web.people.urls")),
    path("", include("gongkai.web.review.urls")),
    path("", include("gongkai.web.attachments.urls")),
    path("", include("gongkai.web.letters.urls")),
    path("", include("gongkai.web.replies.urls")),
    path("applications/<slug:number>/sent/", sent, name="case-sent"),
    path("applications/backlog/", include("gongkai.web.backlog.urls")),
    path("applications/", include("gongkai.web.applications.urls")),
]
