"""A demonstration to back up, made once a run; and what two installations have in common."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.web.outside import Installation, installed

BUILD = """
import datetime as dt
from django.utils import timezone
from gongkai.web.audit.verifying import anchor
from gongkai.web.demo.build import build
from tests.web.jobs.tasks import quick
build(timezone.now(), timezone.localdate())
anchor(timezone.localdate() - dt.timedelta(days=1), timezone.now())
quick.enqueue()
"""
STATE = """
import json
from django.apps import apps
from gongkai.web.audit.models import AuditHead
from gongkai.web.audit.verifying import verify
from gongkai.web.operating.neutral import sum_of, tables
from gongkai.web.people.models import Person
sums = {label: (sum_of(model, "default").rows, sum_of(model, "default").text) for label, model in tables(apps).items()}
heads = {h.chain: [h.number, h.hash] for h in AuditHead.objects.order_by("chain")}
mails = [p.opened("email") for p in Person.objects.order_by("login")]
print(json.dumps([sums, heads, len(verify()), mails]))
"""
NEXT = """
import json
from django.db import transaction
from django.utils import timezone
from gongkai.web.audit.models import AuditLine
from gongkai.web.audit.recording import record_alone
from gongkai.web.jobs.models import PeriodicRun
from gongkai.web.rights.actor import system
record_alone(system("linxi-sfj"), "test.act", "x", timezone.now())
line = AuditLine.objects.filter(chain="linxi-sfj").latest("number")
run = PeriodicRun.objects.create(job="test", period="1", at=timezone.now())
print(json.dumps([line.number, line.pk, run.pk]))
"""


@cache
def _made() -> Path:
    data = Path(mkdtemp(prefix="gongkai-made-")) / "data"
    installed(data).python(BUILD)
    (data / "attachments" / "ab").mkdir(parents=True)
    (data / "attachments" / "ab" / "示例.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 40)
    (data / "outgoing" / "mail").mkdir(parents=True)
    (data / "outgoing" / "mail" / "x.eml").write_bytes(b"not to keep")
    return data


def demonstration(folder: Path) -> Installation:
    """The demonstration in that folder."""
    shutil.copytree(_made(), folder)
    return Installation(folder)


def state(here: Installation) -> Any:
    """Hashes of all tables, heads of all chains, breaks found, what is sealed."""
    return here.python(STATE)
