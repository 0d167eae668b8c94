"""How an organ writes its numbers, with the days on which it did.

Source: GB/T 9704-2012, 7.2.5.
"""

from __future__ import annotations

from django.db import models

from gongkai.letters.numbers import PATTERN
from gongkai.web.organs.owned import Dated


class Pattern(Dated):
    """The organ's characters (机关代字) and the pattern of its numbers."""

    prefix = models.CharField("机关代字", max_length=20)
    pattern = models.CharField("发文字号格式", max_length=80, default=PATTERN)
    set_by = models.CharField(max_length=64)
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("since", "set_at")
