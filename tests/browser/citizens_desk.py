"""Fills a data folder with the invented bureau, and adds entries to its cases; for a server to show.

``python -m tests.browser.citizens_desk`` makes the bureau; with a number and kinds of event it enters these today.
"""

from __future__ import annotations

import sys

from tests.browser.django_here import set_up


def main(number: str = "", *kinds: str) -> None:
    """Make the bureau, or enter what happened to a case."""
    set_up()
    from django.core.management import call_command

    if not number:
        from tests.web.letters.bureau import equip
        from tests.web.offices import Office

        call_command("migrate", verbosity=0)
        office = Office("linxi-sfj", "临溪县司法局")
        office.person("office_head")
        equip(office)
        return
    from django.utils import timezone

    from gongkai.statute.events import Event, Kind
    from gongkai.web.applications.actions.enter import enter
    from gongkai.web.applications.cases import state_of
    from gongkai.web.applications.models import Application
    from gongkai.web.applying.choosing import organ_of
    from gongkai.web.people.actors import actor_for
    from gongkai.web.people.models import Person

    organ, now = organ_of("linxi-sfj"), timezone.now()
    case = Application.objects.for_organ(organ).get(number=number)
    head = actor_for(Person.objects.for_organ(organ).get(login="linxi-sfj.office-head1"), now.date())
    for kind in kinds:
        event = Event(
            Kind(kind), timezone.localdate(), decision="disclosed.supplied" if kind == "decided" else None
        )
        enter(head, case, event, state_of(case, timezone.localdate()).position, now)


if __name__ == "__main__":
    main(*sys.argv[1:])
