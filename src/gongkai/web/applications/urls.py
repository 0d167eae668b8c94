"""The addresses of the applications, below ``/office/applications/``."""

from __future__ import annotations

from django.urls import include, path

from gongkai.web.applications.views import board, cases, confirming, intake, kin, oversight, registering

urlpatterns = [
    path("", cases.cases, name="applications"),
    path("board/", board.board, name="board"),
    path("confirming/", confirming.confirming, name="confirming"),
    path("oversight/", oversight.oversight, name="oversight"),
    path("new/", registering.choose, name="application-choose"),
    path("new/<slug:channel>/", registering.register, name="application-new"),
    path("<slug:number>/receipt/", intake.receipt, name="application-receipt"),
    path("<slug:number>/attempts/", intake.attempts, name="application-attempts"),
    path("<slug:number>/parts/", intake.parts, name="application-parts"),
    path("<slug:number>/together/", intake.together, name="application-together"),
    path("<slug:number>/apart/", intake.apart, name="application-apart"),
    path("<slug:number>/double/", intake.double, name="application-double"),
    path("<slug:number>/kin/", kin.kin, name="application-kin"),
    path("<slug:number>/frequency/", kin.frequency_sheet, name="application-frequency"),
    path("<slug:number>/sheet/", kin.reading_sheet, name="application-sheet"),
    path("<slug:number>/urging/", oversight.urging, name="application-urging"),
    path("<slug:number>/code/", kin.code, name="application-code"),
    path("", include("gongkai.web.applications.case_urls")),
]
