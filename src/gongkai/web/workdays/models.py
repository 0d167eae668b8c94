"""节假日安排通知, as imported: of the whole installation, since the State Council's notice holds for every
organ.

Rows are added and never changed; where two speak of the same day the later one prevails.

Source: 《全国年节及纪念日放假办法》; design decision 8.
"""

from __future__ import annotations

from django.db import models


class HolidayNotice(models.Model):
    """A notice: its year, the region where it is a region's, the text of its file, and its hash."""

    year = models.PositiveSmallIntegerField("年份")
    region = models.CharField("区划", max_length=6, blank=True)
    title = models.CharField("标题", max_length=200)
    number = models.CharField("文号", max_length=60, blank=True)
    text = models.TextField("内容")
    sha256 = models.CharField(max_length=64, unique=True)
    imported_at = models.DateTimeField()
    imported_by = models.CharField(max_length=64)

    class Meta:
        ordering = ("imported_at", "pk")

    def __str__(self) -> str:
        """Its title."""
        return self.title
