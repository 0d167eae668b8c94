"""Fills a data folder with two invented bureaus, and says afterwards how the year of the first is counted.

``python -m tests.browser.walk_desk`` prints the session of each person by key; with a year it prints the numbers of the
cases in each result row of the official table, folded from the ledger. Both are programs of their own, since a process
with a browser in it never opens the database.
"""

from __future__ import annotations

import json
import sys

from tests.browser.django_here import set_up

HOME, OTHER = "linxi-sfj", "beihe-sfj"
"""The bureau that the walks play in, and another one of the same installation."""
PEOPLE = ("handler", "reviewer", "office_head", "leader", "secrecy_reviewer")
STRANGER = "other_handler"
"""The clerk of the other bureau."""


def main(year: str = "") -> object:
    """Make the bureaus and the sessions; or count the year."""
    set_up()
    return counted(int(year)) if year else made()


def made() -> dict[str, str]:
    """The bureaus, and the session of each person."""
    from django.conf import settings
    from django.core.management import call_command

    from tests.web.letters.bureau import equip
    from tests.web.offices import Office

    call_command("migrate", verbosity=0)
    office, other = Office(HOME, "临溪县司法局"), Office(OTHER, "北河县司法局")
    equip(office)
    name = settings.SESSION_COOKIE_NAME
    found = {role: office.client(role).cookies[name].value for role in PEOPLE}
    return found | {STRANGER: other.client("handler").cookies[name].value}


def counted(year: int) -> dict[str, list[str]]:
    """The numbers of the cases in each result row of that year, from every entry of the first bureau."""
    from gongkai.tables.applications import build
    from gongkai.tables.form import form
    from gongkai.web.applications.ledger import entries_of
    from gongkai.web.applications.models import ApplicationRow
    from gongkai.web.applying.choosing import organ_of

    rows = ApplicationRow.objects.for_organ(organ_of(HOME)).order_by("subject", "position")
    table = build(entries_of(rows), year)
    outcomes = form("2021").table("applications").outcomes
    return {row: [ref.subject for ref in table.provenance.get((row, "total"), ())] for row in outcomes}


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
