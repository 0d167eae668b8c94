"""The addresses of the public library of answers."""

from __future__ import annotations

from django.urls import path

from gongkai.web.library import views

app_name = "library"
urlpatterns = [
    path("answers/", views.answers, name="answers"),
    path("answers/<uuid:answer>/", views.answer, name="answer"),
]
