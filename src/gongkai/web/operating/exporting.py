"""The audit chain of an organ as a file that can be checked without this software.

One JSON object a line: first what the file is, then each line of the chain with its hashes, last the head and
the latest anchor. The hash of a line is SHA-256 (or SM3) over the canonical JSON (sorted keys, no blanks,
UTF-8) of the list [chain, number, at, actor, act, subject, data, previous].
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator

from django.db import transaction

from gongkai.web.audit.models import AuditAnchor, AuditHead
from gongkai.web.audit.recording import record
from gongkai.web.audit.verifying import lines_of
from gongkai.web.rights.actor import system

HASHED = ("chain", "number", "at", "actor", "act", "subject", "data", "previous")


def export(chain: str, now: dt.datetime) -> Iterator[str]:
    """The chain as lines of JSON; the export itself becomes a line of the chain, after those exported."""
    with transaction.atomic():
        head = AuditHead.objects.filter(chain=chain).first()
        number = head.number if head else 0
        about = {"chain": chain, "exported_at": now.isoformat(), "lines": number, "hashed": HASHED}
        yield json.dumps(about, ensure_ascii=False)
        for line in lines_of(chain):
            fields = {name: getattr(line, name) for name in (*HASHED, "algorithm", "hash")}
            fields["at"] = line.at.astimezone(dt.UTC).isoformat(timespec="microseconds")
            yield json.dumps(fields, ensure_ascii=False)
        anchor = AuditAnchor.objects.order_by("-day").first()
        yield json.dumps(
            {
                "head": [number, head.hash if head else ""],
                "anchor": {"day": anchor.day.isoformat(), "root": anchor.root} if anchor else None,
            }
        )
        record(system(chain), "audit.export", chain, now, lines=number)
