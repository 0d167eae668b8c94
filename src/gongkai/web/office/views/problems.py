"""The pages that say what went wrong below ``/office/``."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a valid mark of this session: from elsewhere, or left open too long."""
    problem = {
        "title": "这张表单已经失效",
        "message": "表单不是从本系统当前的登录中打开的，或者打开得太久，没有办理。",
        "steps": ("请返回上一页并刷新，核对内容后再提交一次。", "如果反复出现，请退出后重新登录。"),
    }
    return render(request, "office/problem.html", {"problem": problem}, status=403)
