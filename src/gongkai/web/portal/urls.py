"""The addresses of the portal."""

from __future__ import annotations

from django.urls import path

from gongkai.web.portal import carried, views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("favicon.ico", views.icon, name="icon"),
    path("check/", views.check, name="check"),
    path("sample/<slug:key>/", views.try_sample, name="sample"),
    path("together/", carried.together, name="together"),
    path("archive/", carried.take_archive, name="archive"),
    path("convert/", carried.take_one, name="convert"),
    path("json/", carried.take_json, name="json"),
]
