"""Processes that take running numbers at once; run as a program by :mod:`tests.security.test_numbers`.

``prepare`` makes the tables and a bureau. ``take COUNT`` prints the numbers it took as JSON, every tenth act failing after
taking its number; then, for the control, those of another series, where it reads the last number and writes the next
without holding the row. Before each it waits for a line.
"""

from __future__ import annotations

import json
import os
import sys

CONTROL = 60
"""So many numbers each process takes for the control."""


def take(count: int, careless: bool = False) -> list[int]:
    """The numbers that this process took and kept."""
    from django.db import transaction

    from gongkai.web.entries.models import Serial, next_number
    from gongkai.web.organs.models import Organ

    organ, kept = Organ.objects.get(code="linxi-sfj"), []
    series = "careless" if careless else "a"
    print("ready", flush=True)
    sys.stdin.readline()
    for turn in range(count):
        try:
            if careless:
                row = Serial.objects.for_organ(organ).get(series=series, year=2026)
                number = row.last + 1
                Serial.objects.for_organ(organ).filter(pk=row.pk).update(last=number)
            else:
                with transaction.atomic():
                    number = next_number(organ, series, 2026)
                    if turn % 10 == 9:
                        raise ZeroDivisionError  # an act that fails gives its number back
            kept.append(number)
        except ZeroDivisionError:
            continue
    return kept


def prepare() -> None:
    """Tables, keys, one bureau whose series have begun."""
    from django.conf import settings
    from django.core.management import call_command

    from gongkai.web.entries.models import Serial
    from gongkai.web.sealing.keys import ensure_ring
    from tests.web.offices import Office

    ensure_ring(settings.KEY_FILE)
    call_command("migrate", verbosity=0)
    organ = Office("linxi-sfj", "临溪县司法局").organ
    for series in ("a", "careless"):
        Serial.objects.create(organ=organ, series=series, year=2026)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    import django

    django.setup()
    if sys.argv[1] == "prepare":
        prepare()
    else:
        print(json.dumps(take(int(sys.argv[2]))), flush=True)
        print(json.dumps(take(CONTROL, careless=True)), flush=True)
