"""The addresses of the applications, below ``/office/applications/``."""

from __future__ import annotations

from django.urls import include, path

from gongkai.web.applications.views import board, cases, confirming, registering

urlpatterns = [
    path("", cases.cases, name="applications"),
    path("board/", board.board, name="board"),
    path("confirming/", confirming.confirming, name="confirming"),
    path("new/", registering.choose, name="application-choose"),
    path("new/<slug:channel>/", registering.register, name="application-new"),
    path("", include("gongkai.web.applications.case_urls")),
]
