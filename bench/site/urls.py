"""The real addresses, and an empty page behind the same middleware and the same gate."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path

from gongkai.web.rights.access import allow
from gongkai.web.urls import handler400, handler404, handler500
from gongkai.web.urls import urlpatterns as real

__all__ = ["handler400", "handler404", "handler500", "urlpatterns"]


@allow("office.enter", "GET")
def empty(request: HttpRequest) -> HttpResponse:
    """Nothing but what every page pays for."""
    return HttpResponse("<!DOCTYPE html><title>x</title>")


urlpatterns = [path("office/empty/", empty), *real]
