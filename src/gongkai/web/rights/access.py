"""The gate before a view of the office: signed in, second factor where due, the right, the method.

Every view says its right here, so the matrix of addresses, roles and methods can be made from the code; an
office view
without a right fails a test.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from gongkai.web.rights.actor import NOBODY, Actor

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
SIGN_IN = "/office/sign-in/"
OPEN = "open"
"""The right of a view that anyone may see, signed in or not."""


def actor_of(request: HttpRequest) -> Actor:
    """Who makes this request; :data:`NOBODY` without sign-in."""
    return cast(Actor, getattr(request, "actor", NOBODY))


def allow(right: str, *methods: str) -> Callable[[View[P]], View[P]]:
    """Let those with the right through, by these methods (GET covers HEAD)."""
    allowed = {*methods, *({"HEAD"} if "GET" in methods else ())}

    def gate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            actor = actor_of(request)
            if right != OPEN and actor.id == "":
                return to_sign_in(request)
            if request.method not in allowed:
                return not_this_way(request, allowed)
            if right != OPEN and not actor.may(right):
                return forbidden(request)
            return view(request, *args, **kwargs)

        cast(Any, guarded).right = right
        cast(Any, guarded).methods = frozenset(allowed)
        return cast(View[P], guarded)

    return gate


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and back afterwards; a posted form cannot be taken along."""
    back = request.get_full_path() if request.method == "GET" else "/office/"
    return redirect(f"{SIGN_IN}?next={quote(back, safe='/')}")


def not_this_way(request: HttpRequest, allowed: set[str]) -> HttpResponse:
    """405, saying which methods there are."""
    problem = {
        "title": "不能这样打开",
        "message": "这个地址只接受页面上的按钮或链接发出的请求。",
        "steps": ("请返回上一页，从页面上操作。",),
    }
    response = render(request, "office/problem.html", {"problem": problem}, status=405)
    response.headers["Allow"] = ", ".join(sorted(allowed))
    return response


def forbidden(request: HttpRequest, message: str = "") -> HttpResponse:
    """403 with what to do."""
    problem = {
        "title": "没有权限",
        "message": message or "您的角色不包括这一项工作。",
        "steps": (
            "需要办理时，请联系本机关的安全管理员授予相应的角色。",
            "也可以返回首页，从您自己的待办开始。",
        ),
    }
    return render(request, "office/problem.html", {"problem": problem}, status=403)


def not_there(request: HttpRequest) -> HttpResponse:
    """404; the same words for what is not there and for what belongs to another organ."""
    problem = {
        "title": "没有这一页",
        "message": "这一项不存在，或者不属于本机关。",
        "steps": ("请返回首页，从列表中打开。",),
    }
    return render(request, "office/problem.html", {"problem": problem}, status=404)


def conflict(request: HttpRequest, message: str) -> HttpResponse:
    """409: somebody else was first; says what now holds."""
    problem = {
        "title": "别人刚刚办理了这一项",
        "message": message,
        "steps": ("请返回并刷新，按最新情况继续办理。",),
    }
    return render(request, "office/problem.html", {"problem": problem}, status=409)
