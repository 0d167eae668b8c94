"""PDF by typst against the way through LibreOffice (DOCX, then print) in one run, and how many a minute.

Claims: one report at least 10 times faster than LibreOffice; 1,000 PDFs a minute on two processes. Both by
the clock and in processor time, which other work on the machine changes less; the two ways take turns.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from gongkai.report.document import AnnualReport
from gongkai.report.reader.reading import open_report
from gongkai.report.samples.shelf import samples
from gongkai.report.writer import docx, pdf

COUNT = 200
CLAIM_RATIO = 10.0
CLAIM_MINUTE = 1000


def reports() -> list[AnnualReport]:
    """The samples as read."""
    return [open_report(one.file, one.data()).reports[0] for one in samples()]


def many(count: int) -> int:
    """So many PDFs; their bytes together."""
    given = reports()
    return sum(len(pdf.write(given[i % len(given)])) for i in range(count))


Seen = tuple[float, float]
"""Seconds by the clock, and of processor time of this process and of those it waited for."""


def now() -> Seen:
    """Both clocks."""
    used = os.times()
    return time.perf_counter(), used.user + used.system + used.children_user + used.children_system


def since(began: Seen) -> Seen:
    """What went by on both."""
    clock, used = now()
    return clock - began[0], used - began[1]


def by_office(report: AnnualReport, office: str, folder: Path) -> Seen:
    """Write the DOCX and have LibreOffice print it."""
    began = now()
    (folder / "a.docx").write_bytes(docx.write(report))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "a.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return since(began)


def by_typst(report: AnnualReport) -> Seen:
    """Write the PDF."""
    began = now()
    pdf.write(report)
    return since(began)


def one_report(office: str) -> Seen:
    """How many times faster typst is than LibreOffice at its quickest, by both clocks."""
    given = reports()
    first = by_typst(given[0])
    with tempfile.TemporaryDirectory() as folder:
        by_office(given[0], office, Path(folder))  # the first run makes the profile
        pairs = [(by_office(one, office, Path(folder)), by_typst(one)) for one in given]
    slow = tuple(min(pair[0][i] for pair in pairs) for i in (0, 1))
    fast = tuple(median(pair[1][i] for pair in pairs) for i in (0, 1))
    for name, i in (("by the clock", 0), ("processor time", 1)):
        print(
            f"{name}: LibreOffice {slow[i] * 1000:.0f} ms, typst {fast[i] * 1000:.0f} ms "
            f"(first {first[i] * 1000:.0f} ms): {slow[i] / fast[i]:.1f} ×"
        )
    return slow[0] / fast[0], slow[1] / fast[1]


def a_minute() -> Seen:
    """PDFs a minute of two processes, by the clock and as two processors of their own would give them."""
    began = now()
    # Not forked: the threads of typst do not come along, and what they held stays held.
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        size = sum(pool.map(many, [COUNT // 2] * 2))
    clock, used = since(began)
    seen = COUNT / clock * 60, COUNT / (used / 2) * 60
    each = f"{size / COUNT / 1000:.0f} KB and {used / COUNT * 1000:.0f} ms of processor time each"
    print(
        f"{COUNT} PDFs in two processes ({each}, start included): "
        f"{seen[0]:.0f} a minute by the clock, {seen[1]:.0f} by processor time"
    )
    return seen


def main() -> int:
    """Print both; 1 where a claim is broken in processor time."""
    office = shutil.which("soffice")
    if not office:
        print("LibreOffice is not here: no ratio")
    ratio = one_report(office)[1] if office else CLAIM_RATIO
    return int(a_minute()[1] < CLAIM_MINUTE or ratio < CLAIM_RATIO)


if __name__ == "__main__":
    raise SystemExit(main())
