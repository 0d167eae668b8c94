"""The addresses of the files."""

from __future__ import annotations

from django.urls import path

from gongkai.web.attachments.views import files

urlpatterns = [
    path("files/", files.organ_files, name="organ-files"),
    path("attachments/", files.upload, name="upload"),
    path("attachments/<uuid:id>/", files.download, name="download"),
    path("attachments/<uuid:id>/erasure/", files.erasure, name="erasure"),
]
