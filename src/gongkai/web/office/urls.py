"""The addresses of the office; each app adds its own below."""

from __future__ import annotations

from django.urls import include, path

from gongkai.web.office.views import start

urlpatterns = [
    path("", start.start, name="start"),
    path("", include("gongkai.web.people.urls")),
]
