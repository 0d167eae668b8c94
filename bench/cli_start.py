"""Claim: ``gongkai check`` on one small file costs under half a second of processor time.

Processor time of the command and its worker together (user and system), the median of several runs after one
that warms the caches, beside a bare ``python -c pass`` and beside importing only the reader and the checks.

    python bench/cli_start.py [runs]
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.cli.files import report_html

SOURCE = Path(__file__).resolve().parents[1] / "src"
IMPORTS = "import gongkai.report.reader.reading, gongkai.report.checks.registry"


def cost(*line: str) -> float:
    """Processor seconds of a command and all that it started."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    settings = {**os.environ, "PYTHONPATH": str(SOURCE)}
    subprocess.run([sys.executable, *line], stdout=subprocess.DEVNULL, env=settings, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def median(runs: int, *line: str) -> float:
    """The median cost, the first run left out."""
    cost(*line)
    return statistics.median(cost(*line) for _ in range(runs))


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_text(report_html(), encoding="utf-8")
        bare = median(runs, "-c", "pass")
        imports = median(runs, "-c", IMPORTS)
        machine = median(runs, "-m", "gongkai", "check", str(path), "--json")
        person = median(runs, "-m", "gongkai", "check", str(path))
    print(f"processor seconds, median of {runs}: bare python {bare:.3f}, imports alone {imports:.3f},")
    print(f"  check --json {machine:.3f} (ratio to the imports {machine / imports:.2f}), check {person:.3f}")


if __name__ == "__main__":
    main()
