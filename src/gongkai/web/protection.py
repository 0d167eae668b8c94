"""What every answer carries, and what is refused before it reaches a view.

The policy allows no inline script or style, no frame, no plug-in, no foreign origin. Pages are never stored.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render

Answer = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
HSTS = "max-age=31536000"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class Headers:
    """Outermost middleware: the headers of :data:`HEADERS` on everything, ``no-store`` on all but
    static files.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer and add the headers."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            # A view may be stricter (a download is sandboxed).
            response.headers.setdefault(name, value)
        if settings.HTTPS:
            response.headers["Strict-Transport-Security"] = HSTS
        if not request.path.startswith(settings.STATIC_URL):
            response.headers["Cache-Control"] = "no-store"
        return response


def from_elsewhere(request: HttpRequest) -> bool:
    """True where a browser says that another site sent this request.

    There is no cookie and no login that a foreign page could ride on; this keeps others from using the
    reader as their own back end. A program that sends neither header is let through.
    """
    fetch_site = request.headers.get("Sec-Fetch-Site")
    if fetch_site is not None:
        return fetch_site not in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.get_host()


class SameOrigin:
    """Refuse a POST that another site's page sends, with a sentence and status 403."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse or pass on."""
        if request.method not in SAFE and from_elsewhere(request):
            return self.refuse(request)
        return self.get_response(request)

    def refuse(self, request: HttpRequest) -> HttpResponse:
        """The page that says why, and what to do."""
        problem = {
            "title": "请求来自别的网站",
            "message": "为防止他人借用，本页只接受从本站页面提交的文件和文字。",
            "steps": ("请打开本站首页，重新选择文件或者粘贴文字。",),
        }
        return render(request, "portal/problem.html", {"problem": problem}, status=403)
