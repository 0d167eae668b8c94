"""Audit lines on SQLite with four writers: at least 10,000 a minute, none lost, the chain whole.

The floor beside it: the same rows written by one process without chain, head and lock, each in its own
transaction. Each commit waits for the disk, so how often that can be flushed is printed, too, and the
processor time of a line.

Measured on two cores: 28,725 a minute with the processor to itself (5.6 ms of it a line, the start of four
Pythons included); 2,483 to 3,485 while six to ten other jobs wanted it, where one writer without chain made
7,000 to 32,000.
Run: ``python bench/audit_lines.py``.
"""

from __future__ import annotations

import multiprocessing
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
WRITERS, LINES = 4, 500


def _ready() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "gongkai.web.settings"
    import django

    django.setup()


def _write(number: int, start: float) -> None:
    _ready()
    from django.utils import timezone

    from gongkai.web.audit.recording import record_alone
    from gongkai.web.rights.actor import system

    actor = system("bench")
    time.sleep(max(0.0, start - time.time()))
    for n in range(LINES):
        record_alone(actor, "bench.act", f"{number}/{n}", timezone.now(), n=n)


def _flushes(folder: str) -> float:
    """How many small writes a minute this disk takes, each flushed."""
    with open(Path(folder, "flushed"), "wb", buffering=0) as file:
        begin = time.perf_counter()
        for _ in range(LINES):
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
        return LINES / (time.perf_counter() - begin) * 60


def _floor() -> float:
    from django.db import transaction
    from django.utils import timezone

    from gongkai.web.audit.models import AuditHead

    begin = time.perf_counter()
    for n in range(LINES):
        with transaction.atomic():
            AuditHead.objects.create(chain=f"floor-{n}", number=n, hash=str(timezone.now()))
    rate = LINES / (time.perf_counter() - begin) * 60
    AuditHead.objects.filter(chain__startswith="floor-").delete()
    return rate


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["GONGKAI_DATA"] = folder
        _ready()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        from gongkai.web.audit.models import AuditLine
        from gongkai.web.audit.verifying import verify

        flushes, floor = _flushes(folder), _floor()
        context = multiprocessing.get_context("spawn")
        start = time.time() + 6
        workers = [context.Process(target=_write, args=(n, start)) for n in range(WRITERS)]
        for one in workers:
            one.start()
        for one in workers:
            one.join()
        taken = time.time() - start
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        lines = AuditLine.objects.filter(chain="bench").count()
        rate = lines / taken * 60
        said = f"{lines} of {WRITERS * LINES} lines, {WRITERS} writers, {taken:.1f} s"
        print(f"{said}: {rate:,.0f} a minute (claim 10,000)")
        print(f"breaks found in the chain: {len(verify())}")
        load = (used.ru_utime + used.ru_stime) / max(lines, 1) * 1000
        print(f"processor: {load:.1f} ms a line, the start of the writers included")
        print(f"flushes: {flushes:,.0f} a minute; lines to flushes {rate / flushes:.2f}")
        print(f"floor: {floor:,.0f} plain rows a minute by one writer; ratio {rate / floor:.2f}")


if __name__ == "__main__":
    main()
