"""The answer to one try too many: 429 with the time to wait."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from gongkai.web.limits.trying import TooMany


def too_many(request: HttpRequest, problem: TooMany) -> HttpResponse:
    """429: what there was too much of, and when to come back."""
    said = {
        "title": "操作过于频繁",
        "message": problem.words,
        "steps": ("其他人和您的其他工作不受影响。", "急需办理的，请联系本机关的安全管理员。"),
    }
    response = render(request, "office/problem.html", {"problem": said}, status=429)
    response.headers["Retry-After"] = str(problem.wait)
    return response


class Limited:
    """Middleware: any view below may raise :class:`TooMany`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 429 for :class:`TooMany`; leave all else."""
        return too_many(request, exception) if isinstance(exception, TooMany) else None
