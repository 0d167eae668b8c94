"""The addresses of one case, below ``/office/applications/``; they come last, for a number is any word."""

from __future__ import annotations

from django.urls import path

from gongkai.web.applications.views import case, entry, money, proposing, requesting, same, working

urlpatterns = [
    path("<slug:number>/", case.case, name="case"),
    path("<slug:number>/applicant/", case.applicant, name="case-applicant"),
    path("<slug:number>/events/<slug:kind>/", entry.event, name="case-event"),
    path("<slug:number>/approvals/<slug:kind>/", entry.approval, name="case-approval"),
    path("<slug:number>/proposals/", proposing.ask, name="case-proposals"),
    path("<slug:number>/proposals/new/<str:kind>/", proposing.write, name="case-proposal"),
    path(
        "<slug:number>/proposals/<int:proposal>/withdrawal/", proposing.withdrawal, name="proposal-withdrawal"
    ),
    path("<slug:number>/same/", same.same, name="case-same"),
    path("<slug:number>/notes/", working.notes, name="case-notes"),
    path("<slug:number>/assignments/", working.assignments, name="case-assignments"),
    path("<slug:number>/assignments/<uuid:assignment>/end/", working.end, name="assignment-end"),
    path("<slug:number>/requests/<slug:kind>/", requesting.request_approval, name="case-request"),
    path("<slug:number>/requests/<uuid:approval>/refusal/", requesting.refusal, name="request-refusal"),
    path("<slug:number>/fee/", money.estimate, name="case-fee"),
    path("<slug:number>/refund/", money.refund, name="case-refund"),
    path("<slug:number>/notice-receipt/", money.receipt, name="case-receipt"),
]
