"""A writer that files applications and says each one once it is kept; another process kills it. Run as a script.

``python -m tests.security.durability write`` files until it is killed, a line ``KEY NUMBER`` for each acknowledged one;
``prepare`` makes the tables and the bureau; ``count`` prints what the database holds, as JSON. The database and the data
folder come from the environment, as for the real site.
"""

from __future__ import annotations

import json
import os
import sys
import uuid


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gongkai.web.settings")
    import django

    django.setup()


def prepare() -> None:
    """Tables, keys, one bureau with a handler."""
    from django.conf import settings
    from django.core.management import call_command

    from gongkai.web.sealing.keys import ensure_ring
    from tests.web.offices import Office

    ensure_ring(settings.KEY_FILE)
    call_command("migrate", verbosity=0)
    Office("linxi-sfj", "临溪县司法局").person("handler")


def write() -> None:
    """File applications without end."""
    from django.utils import timezone

    from gongkai.statute.events import Channel
    from gongkai.web.applications.actions.file import Filing, citizen, file
    from gongkai.web.organs.models import Organ

    organ = Organ.objects.get(code="linxi-sfj")
    actor = citizen(organ)
    print("ready", flush=True)
    while True:
        key, now = uuid.uuid4().hex, timezone.now()
        filing = Filing(Channel.INTERNET, timezone.localdate(), "natural_person", {"request": "甲"}, key)
        one, _ = file(actor, organ, filing, now)
        print(key, one.number, flush=True)


def count() -> None:
    """What is there: keys and numbers in order, breaks of the audit chain, cases whose standing differs."""
    from gongkai.web.applications.models import Application, ApplicationRow
    from gongkai.web.applications.standing import rebuild
    from gongkai.web.audit.verifying import verify

    rows = Application.objects.across_organs().order_by("number").values_list("once_key", "number")
    found = {
        "applications": [list(row) for row in rows],
        "entries": ApplicationRow.objects.count(),
        "breaks": [one.sentence for one in verify()],
        "differing": [subject for subject, _ in rebuild()],
    }
    print(json.dumps(found))


if __name__ == "__main__":
    _django()
    {"prepare": prepare, "write": write, "count": count}[sys.argv[1]]()
