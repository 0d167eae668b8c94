"""What a person sends in, held in memory only: nothing is ever written to a disk."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from gongkai.values.errors import OverLimit, Refused

DRAIN_FACTOR = 4
MEGABYTE = 1024 * 1024
PASTED = "粘贴的文字.txt"


class MemoryOnly(FileUploadHandler):
    """Django's upload handler that knows no temporary file; the length was checked before it runs."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self.buffer = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep a chunk."""
        self.buffer.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Hand the file over."""
        self.buffer.seek(0)
        return InMemoryUploadedFile(
            self.buffer,
            self.field_name,
            self.file_name or "",
            self.content_type or "",
            file_size,
            self.charset,
        )


@dataclass(frozen=True, slots=True)
class Upload:
    """A file or a pasted text: its name fit to be shown, and its bytes."""

    name: str
    data: bytes


def too_large() -> OverLimit:
    """The error for a text or a file that is above the limit."""
    limit = settings.UPLOAD_BYTES // MEGABYTE
    return OverLimit(
        "too_large",
        f"文件超过 {limit} MB，没有读取。请去掉文件里的图片，或者只提交年度报告所在的部分。",
    )


def too_much() -> OverLimit:
    """The error for files that together are above the limit."""
    limit = settings.UPLOAD_TOTAL_BYTES // MEGABYTE
    return OverLimit(
        "too_large",
        f"提交的内容合计超过 {limit} MB，没有读取。请去掉文件里的图片，或者分几批提交。",
    )


def weigh(request: HttpRequest) -> None:
    """Refuse by the declared length, before the body is parsed; raises :class:`OverLimit`.

    A moderate surplus is read and thrown away first, since a browser whose sending is cut off shows its own
    error page and never our sentence.
    """
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    allowed = settings.UPLOAD_TOTAL_BYTES + 64 * 1024
    if length <= allowed:
        return
    left = min(length, DRAIN_FACTOR * allowed)
    while left > 0 and (chunk := request.read(min(left, 1 << 20))):
        left -= len(chunk)
    raise too_much()


def received(request: HttpRequest) -> list[Upload]:
    """What was sent: the files that hold something, else the pasted text; at least one.

    Raises :class:`OverLimit` where it is too large and :class:`Refused` where there is nothing.
    """
    weigh(request)
    files = [upload for upload in request.FILES.getlist("file") if upload.name]
    if len(files) > 1 or any(upload.size for upload in files):
        return [Upload(tidy(upload.name or ""), upload.read()) for upload in files]
    text = request.POST.get("text", "")
    if len(text.encode("utf-8", "replace")) > settings.UPLOAD_BYTES:
        raise too_large()
    if text.strip():
        return [Upload(PASTED, text.encode("utf-8", "replace"))]
    if files:
        raise Refused("empty", "文件是空的，里面没有任何内容。请核对后重新选择文件。")
    raise Refused("nothing", "没有收到文件，也没有收到文字。请选择文件，或者把报告全文粘贴到文本框里。")


def tidy(name: str) -> str:
    """A file name fit to be shown: no control characters, no path, not too long."""
    bare = "".join(c for c in name.replace("\\", "/").rpartition("/")[2] if c.isprintable())
    return bare[-120:].strip() or "文件"
