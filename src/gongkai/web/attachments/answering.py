"""The answer where the store of files is away: 503 with a sentence, on whatever page it was needed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

from gongkai.web.attachments.store import Unreachable

AGAIN_SECONDS = 60


class StoreAway:
    """Middleware: any view below may raise :class:`Unreachable`; what it had begun was rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer 503 for :class:`Unreachable`; leave all else."""
        if not isinstance(exception, Unreachable):
            return None
        said = {
            "title": "文件存储没有应答",
            "message": exception.message,
            "steps": ("刚才的操作没有完成，也没有登记。请返回上一页，稍后再提交一次。",),
        }
        response = render(request, "office/problem.html", {"problem": said}, status=503)
        response.headers["Retry-After"] = str(AGAIN_SECONDS)
        return response
