"""Letters in one run beside the report that has been measured: filled, set as PDF, written as DOCX.

Claims: a letter is set in at most half the time of a sample report; filling one costs at most a tenth of
setting it. Processor time, so that other work on the machine counts little.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from gongkai.letters import docx, pdf
from gongkai.letters.paper import digest
from gongkai.report.reader.reading import open_report
from gongkai.report.samples.shelf import samples
from gongkai.report.writer import pdf as report_pdf
from tests.letters.letter_cases import cases

CLAIM_OF_REPORT = 0.5
CLAIM_FILLING = 0.1


def seconds(work: Callable[[Any], object], given: Sequence[Any]) -> float:
    """Seconds of processor time for each of ``given`` but the first, which warms up.

    Each is set once: typst remembers what it has set before, and would be measured remembering.
    """
    work(given[0])
    began = time.process_time()
    for one in given[1:]:
        work(one)
    return (time.process_time() - began) / (len(given) - 1)


def main() -> int:
    """Print the ratios; 1 where a claim is broken."""
    given = cases()
    papers = [one.paper() for one in given]
    reports = [open_report(one.file, one.data()).reports[0] for one in samples()]
    filling = seconds(lambda one: digest(one.paper()), given)
    setting = seconds(pdf.write, papers)
    word = seconds(docx.write, papers)
    floor = seconds(report_pdf.write, reports)
    print(
        f"{len(given)} letters: filled and hashed {filling * 1000:.1f} ms, PDF {setting * 1000:.1f} ms, "
        f"DOCX {word * 1000:.1f} ms each; a report's PDF {floor * 1000:.1f} ms"
    )
    print(f"letter / report {setting / floor:.2f}, filling / setting {filling / setting:.2f}")
    return int(setting > CLAIM_OF_REPORT * floor or filling > CLAIM_FILLING * setting)


if __name__ == "__main__":
    raise SystemExit(main())
