"""The addresses of signing in and of the people."""

from __future__ import annotations

from django.urls import path

from gongkai.web.people.views import sign_in

urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
]
