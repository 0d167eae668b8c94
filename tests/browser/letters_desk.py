"""Fills a data folder with the invented bureau and some letters, for a server to show; prints what there is as JSON.

Run as ``python -m tests.browser.letters_desk`` with ``GONGKAI_DATA`` set to an empty folder.
"""

from __future__ import annotations

import json

from tests.browser.django_here import set_up


def main() -> None:
    """Fill the folder."""
    set_up()
    from django.conf import settings
    from django.core.management import call_command

    from gongkai.web.letters.actions.draft import redraft
    from gongkai.web.letters.actions.issue import issue
    from tests.web.letters.bureau import DAY, NOW, drafted, equip, facts
    from tests.web.offices import Office

    call_command("migrate", verbosity=0)
    office = Office("linxi-sfj", "临溪县司法局")
    equip(office)
    head = office.actor("office_head")
    one = issue(head, drafted(office, subject="trial/one"), on=DAY, seen=1, now=NOW)
    redraft(head, one, facts("D13", applicant="周试二"), on=DAY, seen=2, now=NOW)
    form = drafted(office, "F01", subject="trial/two")
    session = office.client("office_head").cookies[settings.SESSION_COOKIE_NAME].value
    print(json.dumps({"letter": str(one.pk), "form": str(form.pk), "session": session}))


if __name__ == "__main__":
    main()
