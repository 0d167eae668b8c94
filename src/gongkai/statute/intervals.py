"""不计算在内的时间: intervals of working days, their union, and where a period ends that leaves them out.

Working days are numbered by their rank in the calendar, so an interval (s, e] is a pair of ranks and holds
``e - s`` working days. Overlapping intervals are one: time is left out once (art. 33 ¶3).

>>> union([(5, 17), (10, 22)])
[(5, 22)]
>>> end(0, 20, [(5, 17)])
32

Source: 政府信息公开条例第三十三条第三款.
"""

from __future__ import annotations

from collections.abc import Sequence

Span = tuple[int, int]


def union(spans: Sequence[Span]) -> list[Span]:
    """The spans in order, those that touch or overlap joined, empty ones left out."""
    out: list[Span] = []
    for start, stop in sorted(spans):
        if stop <= start:
            continue
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(stop, out[-1][1]))
        else:
            out.append((start, stop))
    return out


def end(zero: int, count: int, spans: Sequence[Span]) -> int:
    """The rank on which ``count`` working days after rank ``zero`` are full, days of ``spans`` left out.

    ``spans`` are in order and do not overlap, as :func:`union` gives them.
    """
    last = zero + count
    for start, stop in spans:
        first = start if start > zero else zero
        if first >= last:
            break
        if stop > first:
            last += stop - first
    return last
