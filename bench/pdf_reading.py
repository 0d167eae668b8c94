"""Text PDF: reading to blocks against the bare text extraction of the same bytes by the same library.

Run: ``python bench/pdf_reading.py FILE…``; without a file the fixture of the tests. Prints the ratio and
the slowest page.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter

import pypdfium2

from gongkai.report.reader import pdf
from gongkai.report.reader.pdf_layout import arrange

FIXTURE = Path(__file__).parent.parent / "tests" / "report" / "reader" / "fixtures" / "ruled.pdf"
ROUNDS = 40


def bare(data: bytes) -> None:
    """Every page's text and nothing else."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def fastest(job: object, data: bytes) -> float:
    """Seconds of the fastest of some rounds."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = perf_counter()
        job(data)  # type: ignore[operator]
        best = min(best, perf_counter() - start)
    return best


def slowest_page(data: bytes) -> float:
    """Seconds for the page that takes longest, its layout included."""
    document = pypdfium2.PdfDocument(data)
    worst = 0.0
    for index in range(len(document)):
        best = float("inf")
        for _ in range(3):
            start = perf_counter()
            arrange([pdf.read_sheet(document, index)])
            best = min(best, perf_counter() - start)
        worst = max(worst, best)
    document.close()
    return worst


def main(paths: list[str]) -> None:
    """One line a file."""
    for path in map(Path, paths or [str(FIXTURE)]):
        data = path.read_bytes()
        floor, ours = fastest(bare, data), fastest(pdf.blocks, data)
        print(
            f"{path.parent.name}/{path.name}: bare {floor * 1000:.1f} ms, blocks {ours * 1000:.1f} ms, "
            f"ratio {ours / floor:.2f}, slowest page {slowest_page(data) * 1000:.1f} ms"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
