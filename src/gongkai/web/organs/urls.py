"""The addresses of the organ's pages."""

from __future__ import annotations

from django.urls import path

from gongkai.web.organs.views import organ, sections

urlpatterns = [
    path("", organ.organ, name="organ"),
    path("change/", organ.change, name="organ-change"),
    path("letters/", organ.letters, name="organ-letters"),
    path("<slug:section>/", sections.section, name="organ-section"),
    path("<slug:section>/new/", sections.new, name="organ-section-new"),
    path("<slug:section>/<uuid:row>/end/", sections.end, name="organ-section-end"),
]
