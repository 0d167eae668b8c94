"""A program that fills a fresh database with an invented bureau and prints a session of each of its people.

``python -m tests.browser.bureau`` prints ``{"handler1": "…", …}``: the key of each person and the session cookie. The
walks take the sessions, so that they do not depend on how one signs in.
"""

from __future__ import annotations

import json
from typing import Any

from tests.browser.django_here import set_up

PEOPLE = (
    ("handler", 1), ("handler", 2), ("reviewer", 1), ("office_head", 1), ("leader", 1), ("secrecy_reviewer", 1),
    ("publisher", 1), ("system_administrator", 1),
)  # fmt: skip


def opened() -> Any:
    """A fresh database with the bureau in it."""
    set_up()
    from django.core.management import call_command

    from tests.web.offices import Office

    call_command("migrate", verbosity=0)
    return Office("linxi-sfj", "临溪县司法局")


def sessions(office: Any) -> dict[str, str]:
    """The session of each of its people."""
    from django.conf import settings

    name = settings.SESSION_COOKIE_NAME
    return {f"{role}{n}": office.client(role, n).cookies[name].value for role, n in PEOPLE}


if __name__ == "__main__":
    print(json.dumps(sessions(opened())))
