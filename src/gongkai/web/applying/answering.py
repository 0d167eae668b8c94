"""Every public page: which methods, and a page instead of a breakdown.

There is no cookie and no login: who wrote a form is told by what stands in it (number and code, or the pass
that they gave). So such a view asks for no token of Django's; that no other site's page posts here is held by
:class:`gongkai.web.protection.SameOrigin`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from gongkai.web.limits.trying import TooMany

MEGABYTE = 1024 * 1024
FORM_BYTES = MEGABYTE
"""Room for the fields beside the files."""
View = Callable[..., HttpResponseBase]
OTHER_WAYS = "急需办理的，可以用邮寄、传真或者当面提交的方式，也可以拨打机关的电话；这些方式不受这一限制。"


def problem(request: HttpRequest, title: str, message: str, *steps: str, status: int = 400) -> HttpResponse:
    """A page that says what did not work, why, and what to do."""
    said = {"title": title, "message": message, "steps": steps}
    return render(request, "applying/problem.html", {"problem": said}, status=status)


def too_many(request: HttpRequest, error: TooMany) -> HttpResponse:
    """429 with the time to wait, and the ways that stay open."""
    steps = ("请稍候再试，已经提交的申请不受影响。", OTHER_WAYS)
    response = problem(request, "操作过于频繁", error.words, *steps, status=429)
    response.headers["Retry-After"] = str(error.wait)
    return response


def too_large(request: HttpRequest) -> HttpResponse:
    """413: more than this installation takes at once."""
    most = settings.UPLOAD_TOTAL_BYTES // MEGABYTE
    words = f"附件合计超过{most}MB，或者个数太多，没有收下。"
    return problem(request, "附件太大", words, "请返回上一页，减少附件后再提交。", OTHER_WAYS, status=413)


def not_there(request: HttpRequest) -> HttpResponse:
    """404, in the same words for everything that there is not."""
    return problem(request, "没有这一页", "这一页不存在，或者已经移走。", "请从首页重新进入。", status=404)


def public(*methods: str) -> Callable[[View], View]:
    """A view of the public for these methods (HEAD goes with GET); 405, 413 and 429 are pages, too."""
    allowed = {*methods, "HEAD"} if "GET" in methods else set(methods)

    def wrap(view: View) -> View:
        @wraps(view)
        def inner(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            if request.method not in allowed:
                words = "这个地址只接受页面上的按钮或者链接发出的请求。"
                response = problem(request, "不能这样打开", words, "请从首页重新进入。", status=405)
                response.headers["Allow"] = ", ".join(sorted(allowed))
                return response
            if int(request.META.get("CONTENT_LENGTH") or 0) > settings.UPLOAD_TOTAL_BYTES + FORM_BYTES:
                return too_large(request)
            try:
                return view(request, *args, **kwargs)
            except TooMany as error:
                return too_many(request, error)
            except (RequestDataTooBig, TooManyFilesSent):
                return too_large(request)
            except MultiPartParserError:
                return problem(request, "请求无法识别", "提交的内容不完整。", "请返回上一页重新提交。")

        return csrf_exempt(inner)

    return wrap
