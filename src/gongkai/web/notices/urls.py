"""The addresses of the notices."""

from __future__ import annotations

from django.urls import path

from gongkai.web.notices.views import delivery, notices, patterns

urlpatterns = [
    path("", notices.notices, name="notices"),
    path("reading/", notices.reading, name="notices-reading"),
    path("templates/", patterns.patterns, name="notice-patterns"),
    path("templates/<str:key>/", patterns.pattern, name="notice-pattern"),
    path("templates/<str:key>/shipped/", patterns.shipped, name="notice-pattern-shipped"),
    path("delivery/", delivery.delivery, name="notice-delivery"),
]
