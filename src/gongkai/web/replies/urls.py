"""The addresses of the letters of applications and of what follows, below ``/office/``."""

from __future__ import annotations

from django.urls import path

from gongkai.web.replies.views import answers, keeping, shelf, way, withheld

urlpatterns = [
    path("applications/<slug:number>/letters/", shelf.letters, name="case-letters"),
    path("applications/<slug:number>/letters/<slug:kind>/", shelf.drafting, name="case-letter"),
    path("applications/<slug:number>/archive/", keeping.archive, name="case-archive"),
    path("applications/<slug:number>/erasure/", keeping.erasure, name="case-erasure"),
    path("applications/<slug:number>/drafts/", keeping.drafts, name="case-drafts"),
    path("withheld/", withheld.withheld, name="withheld"),
    path("withheld/<uuid:withheld>/", withheld.one, name="withheld-one"),
    path("withheld/<uuid:withheld>/reassessments/", withheld.reassessments, name="reassessments"),
    path("answers/", answers.answers, name="answers"),
    path("answers/<uuid:casedraft>/", answers.answer, name="answer"),
    path("answers/<uuid:casedraft>/release/", answers.release, name="answer-release"),
    path("answers/<uuid:casedraft>/withdrawal/", answers.withdrawal, name="answer-withdrawal"),
    path("replies/<uuid:id>/", way.way, name="reply"),
    path("replies/<uuid:id>/review/", way.review, name="reply-review"),
    path("replies/<uuid:id>/deliveries/", way.deliveries, name="reply-deliveries"),
    path("replies/<uuid:id>/correction/", way.correction, name="reply-correction"),
]
