"""How long audit records are kept at least: what the law says, or longer where the installation says so.

Nothing here deletes a record; the number is what backups, exports and whoever runs the database must hold to.

Source: ``statute/parameters/audit_retention.toml``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings

from gongkai.statute.parameters import value_on


@dataclass(frozen=True, slots=True)
class Retention:
    """``months`` that records are kept at least; the ``statutory`` months, and the ``article`` of those."""

    months: int
    statutory: int
    article: str

    @property
    def sentence(self) -> str:
        """The rule as people read it, without the full stop."""
        own = f"，本系统设为至少{self.months}个月" if self.months > self.statutory else ""
        return f"依据{self.article}至少保存{self.statutory}个月{own}，本系统不删除任何记录"


def retention(on: dt.date) -> Retention:
    """The rule of that day; the setting ``AUDIT_MONTHS`` can lengthen it and never shorten it."""
    value = value_on("audit_retention", on)
    statutory = int(value.content["months"])
    return Retention(max(statutory, settings.AUDIT_MONTHS), statutory, value.article)
