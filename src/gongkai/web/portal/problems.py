"""Pages for what did not work: each says what, why, and what to do next, with the right status."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from gongkai.values.errors import FileError, NeedsExtra, OverLimit
from gongkai.web.portal.readers import Busy
from gongkai.web.portal.uploads import too_much

View = Callable[..., HttpResponseBase]
STEPS = (
    "核对选中的是不是年度报告本身。网页可以整页另存，或者复制全文后粘贴。",
    "文件打不开的，用 Word、WPS 或者浏览器打开后另存一份，再提交新存的文件。",
    "扫描件请尽量换成可以选中文字的版本。",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What a problem page says."""

    title: str
    message: str
    steps: tuple[str, ...] = ()


def page(request: HttpRequest, problem: Problem, status: int) -> HttpResponse:
    """The page, with its status."""
    return render(request, "portal/problem.html", {"problem": problem}, status=status)


def of_file(request: HttpRequest, error: FileError) -> HttpResponse:
    """The page for a file that could not be taken."""
    if isinstance(error, Busy):
        response = page(request, Problem("请稍后再试", error.message), 503)
        response.headers["Retry-After"] = "60"
        return response
    if error.code == "nothing":
        return page(request, Problem("还没有内容", error.message), 400)
    if isinstance(error, OverLimit):
        status = 413 if error.code == "too_large" else 422
        return page(request, Problem("文件超出限制", error.message, STEPS), status)
    title = "缺少附加组件" if isinstance(error, NeedsExtra) else "这份文件读不了"
    return page(request, Problem(title, error.message, STEPS), 422)


def guarded(view: View) -> View:
    """A view whose file errors become pages."""

    @wraps(view)
    def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        try:
            return view(request, *args, **kwargs)
        except FileError as error:
            return of_file(request, error)
        except (RequestDataTooBig, TooManyFilesSent):
            return of_file(request, too_much())
        except MultiPartParserError:
            return bad_request(request)

    return inner


def only(*methods: str) -> Callable[[View], View]:
    """A view for these methods (HEAD goes with GET); any other gets a page with 405.

    Such a view asks for no token of Django's: the portal has no cookie to bear one and no login to ride on.
    That no other site uses it is held by :class:`gongkai.web.protection.SameOrigin`.
    """
    allowed = {*methods, "HEAD"} if "GET" in methods else set(methods)

    def wrap(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method in allowed:
                return view(request, *args, **kwargs)
            response = page(request, Problem("不能这样打开", "这个地址不接受这种访问方式。请回到首页。"), 405)
            response.headers["Allow"] = ", ".join(sorted(allowed))
            return response

        return csrf_exempt(inner)

    return wrap


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request could not be understood."""
    return page(request, Problem("请求无法识别", "提交的内容不完整或者格式不对。请回到首页重新提交。"), 400)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no such page."""
    return page(request, Problem("没有这个页面", "地址可能输错了，或者页面已经移走。请回到首页查找。"), 404)


def broken(request: HttpRequest) -> HttpResponse:
    """500: our own mistake."""
    return page(
        request,
        Problem(
            "系统出错",
            "程序遇到没有预料到的情况，刚才的操作没有完成，也没有保存。请稍后再试；仍然出错的，把出错的时间和页面告诉系统管理员。",
        ),
        500,
    )
