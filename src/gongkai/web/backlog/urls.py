"""The addresses of bringing in, below ``/office/applications/backlog/``."""

from __future__ import annotations

from django.urls import path

from gongkai.web.backlog import views

urlpatterns = [
    path("", views.backlog, name="backlog"),
    path("sample/", views.template, name="backlog-sample"),
    path("confirm/", views.confirm, name="backlog-confirm"),
]
