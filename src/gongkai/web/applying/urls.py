"""The addresses of the citizen. No address holds a number of a case, a code or a name."""

from __future__ import annotations

from django.urls import path

from gongkai.web.applying.views import acts, case, deadline, filing, guide

app_name = "applying"
urlpatterns = [
    path("apply/", guide.choose, name="choose"),
    path("apply/privacy/", guide.privacy, name="privacy"),
    path("apply/<slug:organ>/", guide.guide, name="guide"),
    path("apply/<slug:organ>/<slug:who>/", filing.form, name="form"),
    path("case/", case.case, name="case"),
    path("case/correction/", acts.correction, name="correction"),
    path("case/reasons/", acts.reasons, name="reasons"),
    path("case/material/", acts.material, name="material"),
    path("case/withdrawal/", acts.withdrawal, name="withdrawal"),
    path("case/receipt/", acts.receipt, name="receipt"),
    path("case/suggestion/", acts.suggestion, name="suggestion"),
    path("case/letter/", acts.letter, name="letter"),
    path("case/rating/", acts.rating, name="rating"),
    path("deadline/", deadline.deadline, name="deadline"),
]
