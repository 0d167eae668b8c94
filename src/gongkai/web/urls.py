"""Every address of the web part; the tests keep a list of them with what each method answers."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

OFFICE = [] if settings.CHECKUP_ONLY else [path("office/", include("gongkai.web.office.urls"))]
urlpatterns = [*OFFICE, path("", include("gongkai.web.portal.urls"))]
handler400 = "gongkai.web.portal.problems.bad_request"
handler404 = "gongkai.web.portal.problems.not_found"
handler500 = "gongkai.web.portal.problems.broken"
