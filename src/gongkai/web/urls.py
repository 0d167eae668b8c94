"""Every address of the web part; the tests keep a list of them with what each method answers."""

from __future__ import annotations

from django.conf import settings
from django.urls import include, path

OFFICE = [
    path("office/", include("gongkai.web.office.urls")),
    path("", include("gongkai.web.library.urls")),
    path("", include("gongkai.web.applying.urls")),
]
urlpatterns = [*([] if settings.CHECKUP_ONLY else OFFICE), path("", include("gongkai.web.portal.urls"))]
handler400 = "gongkai.web.portal.problems.bad_request"
handler404 = "gongkai.web.portal.problems.not_found"
handler500 = "gongkai.web.portal.problems.broken"
