"""Fingerprints of the clauses of a report, by which copied prose is found in very many reports.

A clause is what stands between two punctuation marks. Figures, spaces and the organ's own name are taken out
first, so that a sentence taken over with new figures still has its fingerprint; short clauses say nothing and
are left out. Which clauses are standard phrases is not decided here: a question sees how many organs use it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from gongkai.report.document import AnnualReport

SHORTEST = 8
"""Characters below which a clause is no evidence of copying."""
BYTES = 8
_MARKS = re.compile(r"[，。；：！？、,;:!?\n]+")
_FIGURES = re.compile(r"[\d\s.%〇零一二三四五六七八九十百千万亿]+")


def clauses(report: AnnualReport) -> Iterator[tuple[int, int, int]]:
    """Chapter, fingerprint (64 bits) and length of each different clause of each chapter."""
    for chapter in report.chapters:
        met = set()
        for clause in _MARKS.split(unicodedata.normalize("NFKC", chapter.text)):
            bare = _FIGURES.sub("", clause.replace(report.organ or "\n", ""))
            if len(bare) >= SHORTEST and bare not in met:
                met.add(bare)
                yield chapter.number, fingerprint(bare), len(bare)


def fingerprint(clause: str) -> int:
    """64 bits of BLAKE2b: the same on every machine and in every process."""
    digest = hashlib.blake2b(clause.encode("utf-8", "surrogatepass"), digest_size=BYTES)
    return int.from_bytes(digest.digest(), "big")
