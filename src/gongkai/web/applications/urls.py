"""The addresses of the applications, below ``/office/applications/``."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("gongkai.web.applications.case_urls")),
]
