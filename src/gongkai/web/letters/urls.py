"""The addresses of the letters."""

from __future__ import annotations

from django.urls import path

from gongkai.web.letters.views import acts, letter, lists, patterns, trial, versions

urlpatterns = [
    path("letters/", lists.letters, name="letters"),
    path("letters/trial/", trial.shelf, name="letter-shelf"),
    path("letters/trial/<slug:kind>/", trial.trial, name="letter-trial"),
    path("letters/patterns/", patterns.patterns, name="letter-patterns"),
    path("letters/<uuid:id>/", letter.letter, name="letter"),
    path("letters/<uuid:id>/print/", letter.printed, name="letter-print"),
    path("letters/<uuid:id>/versions/", versions.versions, name="letter-versions"),
    path("letters/<uuid:id>/number/", acts.number, name="letter-number"),
    path("letters/<uuid:id>/scan/", acts.scan, name="letter-scan"),
    path("letters/<uuid:id>/dispatch/", acts.sending, name="letter-dispatch"),
    path("letters/<uuid:id>/void/", acts.voiding, name="letter-void"),
]
