"""Many citizens at once: the same form sent three times in parallel, and a withdrawal against the office; as a program
with a database of its own.

``python -m tests.web.applying.racers <storm|naive|clash|held|room> <rounds>`` prints one JSON line. ``GONGKAI_DATA`` (and
``GONGKAI_DATABASE``) say where. ``naive`` is the control: the forms are sent without their key.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

TIMES = 3


def ready() -> Any:
    """Django, an empty database and the bureau in it."""
    from gongkai.web.sealing.keys import ensure_ring

    ensure_ring(Path(os.environ["GONGKAI_DATA"]) / "keys.toml")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from tests.web.offices import Office

    call_command("migrate", verbosity=0)
    office = Office("linxi-sfj", "临溪县司法局")
    for role in ("handler", "office_head"):
        office.person(role)
    return office


def at_once(acts: list[Callable[[], Any]]) -> list[Any]:
    """What each act gave, all begun at the same moment; an exception is its name."""
    from django.db import connection

    barrier, given = threading.Barrier(len(acts)), [None] * len(acts)

    def run(place: int) -> None:
        barrier.wait()
        try:
            given[place] = acts[place]()
        except Exception as error:
            given[place] = type(error).__name__  # type: ignore[call-overload]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(acts))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return given


def storm(office: Any, rounds: int, keyed: bool) -> dict[str, Any]:
    """Every round three citizens press send three times each; sends again what was not answered."""
    from django.utils import timezone

    from gongkai.web.applications.models import Application
    from gongkai.web.applying.actions.submit import submit
    from gongkai.web.applying.keys import new_key
    from tests.web.applying.citizens import PERSON

    def send(key: str) -> Callable[[], Any]:
        def act() -> Any:
            found = submit(
                office.organ, "natural_person", PERSON, key if keyed else "", files=(), now=timezone.now()
            )
            return found.application.number, found.code

        return act

    answers: dict[str, set[Any]] = {}
    failed = 0
    for _ in range(rounds):
        keys = [new_key() for _ in range(TIMES)]
        sends = keys * TIMES
        for key, given in zip(sends, at_once([send(key) for key in sends]), strict=True):
            if isinstance(given, tuple):
                answers.setdefault(key, set()).add(given)
            else:
                failed += 1
        for key in keys:
            answers.setdefault(key, set()).add(send(key)())
    numbers = sorted(Application.objects.for_organ(office.organ).values_list("number", flat=True))
    return {
        "forms": len(answers),
        "applications": len(numbers),
        "answers": max(len(found) for found in answers.values()),
        "gaps": [n for n in range(1, len(numbers) + 1) if not numbers[n - 1].endswith(f"-{n:04d}")],
        "failed": failed,
    }


def held(office: Any, rounds: int) -> dict[str, Any]:
    """Every round one token of held files is sent by two forms at once, each three times; one of them has them."""
    from django.utils import timezone

    from gongkai.web.applications.models import Application
    from gongkai.web.applying.actions.hold import clear
    from gongkai.web.applying.actions.submit import submit
    from gongkai.web.applying.holding import Given, lasts
    from gongkai.web.applying.keys import new_key
    from gongkai.web.applying.models import HeldFile
    from gongkai.web.attachments import store
    from gongkai.web.attachments.models import Attachment
    from tests.web.applying.citizens import PERSON, held_for, picture

    now = timezone.now()

    def send(key: str, token: str) -> int:
        form = (office.organ, "natural_person", PERSON, key)
        return len(submit(*form, files=(), now=now, given=Given(token)).files)

    answers: Counter[str] = Counter()
    for number in range(rounds):
        holding = held_for(office, ("a.png", picture(number)), now=now, address=f"192.0.2.{number}")
        keys = [new_key(), new_key()] * TIMES
        sends = [partial(send, key, holding.token) for key in keys]
        sweeper = partial(clear, now + lasts() if number % 2 else now)
        given = at_once([*sends, sweeper])[:-1]
        answers.update(f"{one}" for one in given)
    rows = Attachment.objects.for_organ(office.organ)
    return {
        "answers": dict(answers),
        "applications": Application.objects.for_organ(office.organ).count(),
        "files": rows.count(),
        "held": HeldFile.objects.for_organ(office.organ).count(),
        "loose": len(set(store.names()) - set(rows.values_list("stored_as", flat=True))),
    }


def room(office: Any, rounds: int) -> dict[str, Any]:
    """Every round eight forms from eight addresses come back at once where there is room for three."""
    from django.conf import settings
    from django.utils import timezone

    from gongkai.web.applying.models import HeldFile
    from gongkai.web.attachments import store
    from tests.web.applying.citizens import PNG, held_for

    now, most = timezone.now(), 0
    held_for(office, ("a.png", PNG), now=now)
    size = HeldFile.objects.for_organ(office.organ).get().size
    settings.HELD_BYTES, left = 5 * size, 0
    for number in range(rounds):
        HeldFile.objects.for_organ(office.organ).delete()
        for name in store.names():
            store.drop(name)
        held_for(office, ("a.png", PNG), ("b.png", PNG + b"x"), now=now, address="192.0.2.1")
        HeldFile.objects.for_organ(office.organ).update(sender="others", size=size)
        forms = [
            partial(held_for, office, ("a.png", PNG), now=now, address=f"10.{number}.0.{one}")
            for one in range(8)
        ]
        at_once(forms)
        rows = HeldFile.objects.for_organ(office.organ)
        most = max(most, rows.count())
        left += len(set(store.names()) - set(rows.values_list("stored_as", flat=True)))
    return {"most": most, "loose": left}


def clash(office: Any, rounds: int) -> dict[str, Any]:
    """Every round the citizen withdraws while the office sends a correction notice, both on what they saw."""
    from django.utils import timezone

    from gongkai.statute.events import Event, Kind
    from gongkai.web.applications.actions.enter import enter
    from gongkai.web.applications.cases import rows_of, state_of
    from gongkai.web.applying.actions.withdraw import withdraw
    from tests.web.applying.citizens import confirmed

    outcomes: Counter[str] = Counter()
    wrong = 0
    head = office.actor("office_head")

    def withdrawn(one: Any, seen: int) -> None:
        withdraw(one, "", seen, timezone.now())

    def notified(one: Any, seen: int) -> None:
        event = Event(Kind.CORRECTION_NOTICE, timezone.localdate())
        enter(head, one, event, seen, timezone.now())

    for _ in range(rounds):
        one, _code = confirmed(office)
        seen = state_of(one, timezone.localdate()).position
        given = at_once([partial(withdrawn, one, seen), partial(notified, one, seen)])
        outcomes["/".join("won" if one is None else str(one) for one in given)] += 1
        wrong += len(rows_of(one)) != seen + given.count(None) or given.count(None) > 1
    return {"outcomes": dict(outcomes), "wrong": wrong}


def main(what: str, rounds: int) -> None:
    """Run and print."""
    office = ready()
    if what in ("held", "room"):
        found = (held if what == "held" else room)(office, rounds)
    else:
        found = clash(office, rounds) if what == "clash" else storm(office, rounds, keyed=what == "storm")
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
