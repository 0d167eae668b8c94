"""Names of organs as lists and reports write them: which mean the same organ, and which are missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gongkai.report.checks.prose import squeezed
from gongkai.report.reader.normal import clean

_GOVERNMENT = "人民政府"


def same_name(one: str, other: str) -> bool:
    """True where two names differ in spaces, width, or 人民政府 at the end alone.

    >>> same_name("青禾县 南河镇", "青禾县南河镇人民政府"), same_name("青禾县", "青禾县司法局")
    (True, False)
    """
    return plain_name(one) == plain_name(other)


def missing_of(expected: Iterable[str], have: Iterable[str]) -> list[str]:
    """The expected names that nothing given answers to, each once, in their order."""
    known = {plain_name(name) for name in have}
    out = []
    for name in expected:
        if (bare := plain_name(name)) and bare not in known:
            known.add(bare)
            out.append(name)
    return out


def listed(text: str) -> Sequence[str]:
    """The names of a list: one a line, or separated by 、 or commas; empty lines and # remarks left out."""
    lines = (line.split("#")[0] for line in text.splitlines())
    pieces = (
        piece.strip() for line in lines for piece in line.replace("，", "、").replace(",", "、").split("、")
    )
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def plain_name(name: str) -> str:
    """The name by which organs are told apart: without spaces, width and 人民政府 at its end.

    >>> plain_name("青禾县 人民政府")
    '青禾县'
    """
    return squeezed(clean(name)).removesuffix(_GOVERNMENT)
