"""Several files read, each behind the guard: one that cannot be read costs its own line only."""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from django.conf import settings

from gongkai.values.errors import FileError, OverLimit
from gongkai.web.portal.readers import guarded, limits
from gongkai.web.portal.several import failure_line, lines_of
from gongkai.web.portal.uploads import Upload

AT_ONCE = 2
"""So many files of one batch are read at the same time, so that others are read too."""


def read_all(uploads: Sequence[Upload]) -> str:
    """The exchange lines of all files in their order, a line of failure for each that could not be read.

    Files beyond ``UPLOAD_FILES``, and those that the time of the batch does not reach, are such failures.
    """
    end = time.monotonic() + settings.BATCH_SECONDS
    with ThreadPoolExecutor(max_workers=min(AT_ONCE, settings.READERS)) as pool:
        return "".join(pool.map(lambda number: _lines(number, uploads[number], end), range(len(uploads))))


def _lines(number: int, upload: Upload, end: float) -> str:
    try:
        return _read(number, upload, end)
    except FileError as error:
        return failure_line(upload.name, error.code, error.message)


def _read(number: int, upload: Upload, end: float) -> str:
    if number >= settings.UPLOAD_FILES:
        why = f"一次最多体检 {settings.UPLOAD_FILES} 个文件，这一个没有读。请另外提交一批。"
        raise OverLimit("too_many", why)
    left = end - time.monotonic()
    if left <= 0:
        why = f"这一批用完了 {settings.BATCH_SECONDS} 秒，没有轮到这一个文件。请另外提交一批。"
        raise OverLimit("too_late", why)
    bounds = limits()
    bounds.check_size(len(upload.data))
    seconds = min(settings.READ_SECONDS, max(1, int(left)))
    return guarded(lines_of, upload.name, upload.data, bounds, seconds=seconds, wait=left)
