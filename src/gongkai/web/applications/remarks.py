"""Remarks to entries: kept beside the ledger and sealed; read for the timeline of a case.

Source: decision 0032.
"""

from __future__ import annotations

from collections.abc import Mapping

from gongkai.web.applications.models import Application, Remark

WORDS = "words"
"""What an act calls the remark that comes with its entry."""


def keep(application: Application, position: int, text: str | None) -> None:
    """Seal the remark to an entry; nothing where there is none. In the transaction of the entry."""
    if text:
        row = Remark(organ=application.organ, application=application, position=position)
        row.seal("text", text)
        row.save(force_insert=True)


def remarks_of(application: Application) -> Mapping[int, str]:
    """The remarks of a case by the positions of their entries; "" once they were erased."""
    rows = Remark.objects.for_organ(application.organ_id).filter(application=application)
    return {row.position: row.opened("text") for row in rows.select_related("organ")}
