"""PDF by typst against the way through LibreOffice (DOCX, then print) in one run, and how many a minute.

Claims: one report at least 10 times faster than LibreOffice; 1,000 PDFs a minute on two processes.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

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


def by_office(report: AnnualReport, office: str, folder: Path) -> float:
    """Seconds to write the DOCX and have LibreOffice print it."""
    began = time.perf_counter()
    (folder / "a.docx").write_bytes(docx.write(report))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), "a.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return time.perf_counter() - began


def by_typst(report: AnnualReport) -> float:
    """Seconds to write the PDF."""
    began = time.perf_counter()
    pdf.write(report)
    return time.perf_counter() - began


def main() -> int:
    """Print both ratios; 1 where a claim is broken."""
    given = reports()
    ratio = CLAIM_RATIO
    first = by_typst(given[0])
    office = shutil.which("soffice")
    if office:
        with tempfile.TemporaryDirectory() as folder:
            by_office(given[0], office, Path(folder))  # the first run makes the profile
            slow = min(by_office(one, office, Path(folder)) for one in given)
        fast = sorted(by_typst(one) for one in given)[len(given) // 2]
        ratio = slow / fast
        print(
            f"LibreOffice {slow * 1000:.0f} ms, typst {fast * 1000:.0f} ms "
            f"(first {first * 1000:.0f} ms): {ratio:.1f} ×"
        )
    else:
        print("LibreOffice is not here: no ratio")
    began = time.perf_counter()
    # Not forked: the threads of typst do not come along, and what they held stays held.
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        size = sum(pool.map(many, [COUNT // 2] * 2))
    minute = COUNT / (time.perf_counter() - began) * 60
    print(
        f"{COUNT} PDFs in two processes ({size / COUNT / 1000:.0f} KB each): "
        f"{minute:.0f} a minute, {minute / CLAIM_MINUTE:.2f} × claim"
    )
    return int(ratio < CLAIM_RATIO or minute < CLAIM_MINUTE)


if __name__ == "__main__":
    raise SystemExit(main())
