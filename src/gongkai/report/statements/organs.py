"""Whose figures a clause tells: those of the organ that reports, or of another one that it names.

A bureau writes 全市各级行政机关共收到…件 or 县财政局收到…件 beside its own figures; neither is in its tables.
Where the name of the reporting organ is not known, nobody is taken for another.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from gongkai.report.statements.phrases import ORGAN

_PLACE: Final = re.compile("^.*[省市县区州旗盟镇乡](?=.)")


class Teller:
    """The organ that reports, and what can be said of the scope of a clause by its name."""

    def __init__(self, organ: str | None) -> None:
        self.organ = organ or ""
        self._government = ORGAN["government"].search(self.organ) is not None

    def marks(self, text: str) -> list[tuple[int, str | None]]:
        """Where ``text`` names who acts, in order: the offset, and the name where it is another organ or a
        wider area; None there where it is the reporting organ itself. Empty where nobody knows who reports.
        """
        if not self.organ:
            return []
        marks = [
            (m.start("name"), m["name"] if self._is_other(m["name"]) else None)
            for m in ORGAN["acts"].finditer(text)
        ]
        marks += [(m.start(), None if self._covers(m) else m[0]) for m in ORGAN["area"].finditer(text)]
        return sorted(marks, key=lambda mark: mark[0])

    def other(self, text: str) -> str | None:
        """The other organ or wider area that the last such words of ``text`` name, or None."""
        marks = self.marks(text)
        return marks[-1][1] if marks else None

    def _covers(self, area: re.Match[str]) -> bool:
        """True for the area of a government that reports; its offices of one kind (全市水务系统) are less."""
        if area[0].endswith("系统"):
            return False
        return self._government and (area["level"] is None or area["level"] in self.organ)

    def _is_other(self, name: str) -> bool:
        bare = ORGAN["time"].sub("", name)
        if ORGAN["others"].search(bare):
            return True
        if not bare or ORGAN["own"].search(bare) or bare.endswith(self.organ) or self.organ.endswith(bare):
            return False
        return not _shortens(_PLACE.sub("", bare) or bare, self.organ)


@lru_cache(maxsize=256)
def _shortens(short: str, name: str) -> bool:
    """True where the characters of ``short`` stand in ``name`` in that order: 住建局, 住房和城乡建设局."""
    rest = iter(name)
    return all(c in rest for c in short)
