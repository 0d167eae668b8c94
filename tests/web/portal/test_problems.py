"""Each problem has its page, its status, a reason and a next step."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from gongkai.values.errors import FileError, NeedsExtra, OverLimit, Refused
from gongkai.web.portal import problems
from gongkai.web.portal.readers import Busy

CASES = [
    (OverLimit("too_large", "文件太大。"), 413, "文件超出限制"),
    (OverLimit("too_slow", "读得太久。"), 422, "文件超出限制"),
    (Refused("encrypted", "文件加了密。"), 422, "这份文件读不了"),
    (Refused("nothing", "没有收到。"), 400, "还没有内容"),
    (NeedsExtra("ocr", "需要文字识别。"), 422, "缺少附加组件"),
    (Busy("busy", "没有排上。"), 503, "请稍后再试"),
]


@pytest.mark.parametrize(("error", "status", "title"), CASES, ids=lambda v: getattr(v, "code", None))
def test_a_file_error_becomes_a_page(error: FileError, status: int, title: str) -> None:
    @problems.guarded
    def view(request: HttpRequest) -> HttpResponse:
        raise error

    response = view(RequestFactory().post("/check/"))
    page = response.content.decode()
    assert response.status_code == status
    assert title in page
    assert error.message in page
    assert "回到首页" in page
    assert ("Retry-After" in response.headers) is (status == 503)


def test_a_broken_multipart_body_is_a_bad_request(browser: Client) -> None:
    response = browser.generic("POST", "/check/", b"--x", content_type="multipart/form-data; boundary=")
    assert response.status_code == 400
    assert "请求无法识别" in response.content.decode()


def test_our_own_mistake_has_a_page_without_details() -> None:
    response = problems.broken(RequestFactory().get("/"))
    assert response.status_code == 500
    assert "系统出错" in response.content.decode()
