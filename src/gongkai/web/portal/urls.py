"""The addresses of the portal."""

from __future__ import annotations

from django.urls import path

from gongkai.web.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("check/", views.check, name="check"),
    path("sample/<slug:key>/", views.try_sample, name="sample"),
    path("json/", views.take_json, name="json"),
]
