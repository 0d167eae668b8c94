"""Fills a fresh database for :mod:`tests.browser.test_modes`: cases handled together, one that its applicant may confirm.

``python -m tests.browser.modes_desk`` prints the sessions of the people, the leading case, and number and code of the
applicant's.
"""

from __future__ import annotations

import json
from typing import Any

from tests.browser.bureau import opened, sessions


def main() -> dict[str, Any]:
    """Make the database and what the pages show."""
    office = opened()
    from django.utils import timezone

    from gongkai.statute.events import Kind
    from gongkai.web.applications.actions.attempt import log_attempt
    from tests.web.applications.actions.test_propose_same import group
    from tests.web.applications.lives import DAY, entered
    from tests.web.applying.citizens import cited
    from tests.web.letters.bureau import equip

    equip(office)
    lead, (_, waiting) = group(office)
    entered(office, waiting, Kind.CORRECTION_NOTICE, DAY, until=DAY.replace(year=DAY.year + 1))
    mine, code = cited(office)
    log_attempt(
        office.actor("handler"), mine, timezone.localdate(), "请在网上确认", timezone.now(), online=True
    )
    return {"people": sessions(office), "lead": lead.application.number, "mine": mine.number, "code": code}


if __name__ == "__main__":
    print(json.dumps(main()))
