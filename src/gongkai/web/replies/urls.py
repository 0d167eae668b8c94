"""The addresses of the letters of applications and of what follows, below ``/office/``."""

from __future__ import annotations

from django.urls import path

from gongkai.web.replies.views import shelf, way

urlpatterns = [
    path("applications/<slug:number>/letters/", shelf.letters, name="case-letters"),
    path("applications/<slug:number>/letters/<slug:kind>/", shelf.drafting, name="case-letter"),
    path("replies/<uuid:id>/", way.way, name="reply"),
    path("replies/<uuid:id>/review/", way.review, name="reply-review"),
    path("replies/<uuid:id>/deliveries/", way.deliveries, name="reply-deliveries"),
    path("replies/<uuid:id>/correction/", way.correction, name="reply-correction"),
]
