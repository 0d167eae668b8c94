"""Running numbers: per organ, series and year, without gaps.

A number is taken in the transaction of the act that uses it; where that fails, the number is free again.
The row is
locked until then, so that two who act at once get two numbers that follow each other.

Source: 党政机关公文处理工作条例 (发文字号); security checks C39, C40.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import connection, models

from gongkai.web.organs.models import Organ
from gongkai.web.organs.owned import Owned


class Serial(Owned):
    """The last number of a series in a year."""

    series = models.CharField(max_length=40)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("organ", "series", "year"), name="serial_of_series")
        ]


def next_number(organ: Organ, series: str, year: int) -> int:
    """Take the next number of a series in a year, from 1. Raises ``RuntimeError`` outside a transaction."""
    if not connection.in_atomic_block:
        raise RuntimeError("a number is taken in the transaction of the act that uses it")
    rows = Serial.objects.for_organ(organ)
    rows.get_or_create(organ=organ, series=series, year=year)
    row: Serial = rows.select_for_update().get(series=series, year=year)
    row.last += 1
    row.save(update_fields=["last"])
    return row.last
