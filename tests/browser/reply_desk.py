"""Fills a data folder with the invented bureau, a case to answer and one that is answered; prints what there is as JSON.

Run as ``python -m tests.browser.reply_desk`` with ``GONGKAI_DATA`` set to an empty folder.
"""

from __future__ import annotations

import json

from tests.browser.django_here import set_up

ROLES = ("handler", "reviewer", "office_head", "leader", "secrecy_reviewer", "publisher")


def main() -> None:
    """Fill the folder."""
    set_up()
    from django.conf import settings
    from django.core.management import call_command

    from gongkai.web.replies.actions.deliver import Told, deliver
    from gongkai.web.replies.models import Withheld
    from tests.web.letters.bureau import equip
    from tests.web.offices import Office
    from tests.web.replies.actions.test_publish import proposed
    from tests.web.replies.desk import LATER, NOON, applied, intended, replied

    call_command("migrate", verbosity=0)
    office = Office("linxi-sfj", "临溪县司法局")
    equip(office)
    to_answer, answered = applied(office), applied(office)
    intended(office, to_answer, "disclosed.already_public")
    letter = replied(office, answered)
    deliver(office.actor("handler"), letter, Told("received", "in_person", LATER, note="当面签收"), NOON)
    sessions = {role: office.client(role).cookies[settings.SESSION_COOKIE_NAME].value for role in ROLES}
    print(
        json.dumps(
            {
                "to_answer": to_answer.number,
                "answered": answered.number,
                "letter": str(letter.pk),
                "withheld": str(Withheld.objects.for_organ(office.organ).get().pk),
                "draft": str(proposed(office).pk),
                "sessions": sessions,
            }
        )
    )


if __name__ == "__main__":
    main()
