"""The addresses of the organ's pages."""

from __future__ import annotations

from django.urls import path

from gongkai.web.organs.views import choices, organ, sections

urlpatterns = [
    path("", organ.organ, name="organ"),
    path("change/", organ.change, name="organ-change"),
    path("letters/", organ.letters, name="organ-letters"),
    path("choices/", choices.choices, name="organ-choices"),
    path("choices/<str:name>/", choices.change, name="organ-choice"),
    path("<slug:section>/", sections.section, name="organ-section"),
    path("<slug:section>/new/", sections.new, name="organ-section-new"),
    path("<slug:section>/<uuid:row>/end/", sections.end, name="organ-section-end"),
]
