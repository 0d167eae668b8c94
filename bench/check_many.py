"""Claim: ten thousand reports in one command go at 80 % or more of two independent readers, and memory stays
flat.

The floor is two processes, each in a plain loop over half of the files: open, read, check, nothing printed.
The command is ``gongkai check FOLDER --json --jobs 2`` with its output thrown away; it orders, prints and
guards as well. Printed are both times, the ratio floor / command (1 is as fast as the floor) and the peak
memory of all processes of the command together, at a tenth of the files and at all of them.

    python bench/check_many.py [files]
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from tests.cli.files import report_html

SOURCE = Path(__file__).resolve().parents[1] / "src"
PLAIN_LOOP = """
import sys
from pathlib import Path
from gongkai.report.checks.registry import run
from gongkai.report.reader.reading import open_report
for path in sorted(Path(sys.argv[1]).iterdir())[int(sys.argv[2])::2]:
    for report in open_report(path.name, path.read_bytes()).reports:
        run(report)
"""
EVERY = 0.05


def write_reports(folder: Path, count: int) -> None:
    """``count`` small reports, no two alike."""
    for number in range(count):
        text = report_html(year=2021 + number % 5, new=number, organ=f"临溪市第{number}司法所")
        (folder / f"{number:06}.html").write_text(text, encoding="utf-8")


def environment() -> dict[str, str]:
    """The settings of this process with the package in reach."""
    return {**os.environ, "PYTHONPATH": str(SOURCE)}


def floor(folder: Path) -> float:
    """Seconds for two independent plain loops, side by side."""
    start = time.perf_counter()
    loops = [
        subprocess.Popen([sys.executable, "-c", PLAIN_LOOP, str(folder), str(half)], env=environment())
        for half in (0, 1)
    ]
    assert not any(loop.wait() for loop in loops)
    return time.perf_counter() - start


def command(folder: Path) -> tuple[float, float]:
    """Seconds for the command, and the most memory that it and its workers held together, in MB."""
    line = [sys.executable, "-m", "gongkai", "check", str(folder), "--json", "--jobs", "2"]
    start = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, env=environment()) as process:
        peak = [0.0]
        watch = threading.Thread(target=_watch, args=(process, peak), daemon=True)
        watch.start()
        status = process.wait()
    assert status in (0, 1), status
    return time.perf_counter() - start, peak[0]


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_private_megabytes, _family(process.pid))))
        time.sleep(EVERY)


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        children = []
    return [pid, *map(int, children)]


def _private_megabytes(pid: int) -> float:
    """Memory of a process that it shares with none, and its part of what it shares (PSS)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as few_name, tempfile.TemporaryDirectory() as all_name:
        few, everything = Path(few_name), Path(all_name)
        write_reports(few, max(1, count // 10))
        write_reports(everything, count)
        _, peak_few = command(few)
        plain = floor(everything)
        took, peak = command(everything)
    print(
        f"{count} reports: two plain loops {plain:.1f} s, one command {took:.1f} s, ratio {plain / took:.2f}"
    )
    print(
        f"peak memory of the command: {peak_few:.0f} MB at {max(1, count // 10)} reports, "
        f"{peak:.0f} MB at {count}"
    )


if __name__ == "__main__":
    main()
