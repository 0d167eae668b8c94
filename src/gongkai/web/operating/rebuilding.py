"""Making every projection anew from the ledger's entries, and telling what differed.

A projection that differs was changed past the ledger, or by a fold that has since been corrected.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db import transaction
from django.utils.module_loading import autodiscover_modules

from gongkai.web.entries.row import projections


def rebuild() -> Iterator[tuple[str, str, str]]:
    """Make each registered projection anew in a transaction of its own; (projection, subject,
    difference) for each.
    """
    autodiscover_modules("ledger")
    for name, again in sorted(projections().items()):
        with transaction.atomic():
            differences = list(again())
        for subject, difference in differences:
            yield name, subject, difference
