"""HTML reading against its floors: the bare parse of the same bytes, and one that visits every cell and text.

Claim: a page of 20 KB or more is read in at most 15 times the bare parse and 3 ms. Reports are random and of
our own making, as clean pages and as pasted from Word.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser

from gongkai.report.reader.reading import open_report
from tests.adversary.run import make

ROUNDS = 15
CLAIM_RATIO = 15.0
CLAIM_FIXED = 0.003
LEAST = 20_000


def fastest(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Median of the faster half of the rounds, in seconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(sorted(times)[: (rounds + 1) // 2])


def bare(data: bytes) -> object:
    """The parse alone."""
    return LexborHTMLParser(data)


def visiting(data: bytes) -> int:
    """A parse that visits every cell and takes its text."""
    tree = LexborHTMLParser(data)
    return sum(len(node.text()) for node in tree.css("td, p, h1, h2"))


def main() -> int:
    """Print the ratios for a few pages; 1 where a page of 20 KB or more breaks the claim."""
    worst = 0.0
    heads = ("KB", "bare ms", "visit ms", "read ms", "/bare", "/visit", "of claim")
    print(f"{'page':24}" + "".join(f"{head:>10}" for head in heads))
    for layout in ("html_clean", "html_word", "html_chrome", "html_nested"):
        for seed in (1, 2):
            _, name, data = make(seed, "nothing", layout)
            floor = fastest(lambda data=data: bare(data))
            visit = fastest(lambda data=data: visiting(data))
            read = fastest(lambda data=data, name=name: open_report(name, data))
            share = read / (CLAIM_RATIO * floor + CLAIM_FIXED)
            worst = max(worst, share) if len(data) >= LEAST else worst
            print(
                f"{layout + ' ' + str(seed):24}{len(data) / 1000:10.1f}{floor * 1000:10.2f}"
                f"{visit * 1000:10.2f}"
                f"{read * 1000:10.2f}{read / floor:10.1f}{read / visit:10.1f}{share:10.2f}"
            )
    print(f"worst page of 20 KB or more: {worst:.2f} of the claim (15 x bare parse + 3 ms)")
    return 1 if worst > 1 else 0


if __name__ == "__main__":
    raise SystemExit(main())
