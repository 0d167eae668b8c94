"""The chain: every change to a line is seen and its place named."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.web.audit.chain import FIRST, Line, breaks, canonical, digest, hash_of, root_of

AT = dt.datetime(2026, 3, 2, 9, 30, tzinfo=dt.UTC)


def chain(length: int, algorithm: str = "sha256") -> list[Line]:
    lines: list[Line] = []
    for number in range(1, length + 1):
        previous = lines[-1].hash if lines else FIRST
        line = Line("linxi", number, AT, "p1", "act", f"s{number}", {"n": number}, algorithm, previous)
        lines.append(replace(line, hash=hash_of(line)))
    return lines


def found(lines: list[Line], head: tuple[int, str]) -> list[int]:
    return [one.number for one in breaks(lines, {"linxi": head})]


@pytest.mark.parametrize("algorithm", ["sha256", "sm3"])
def test_a_whole_chain_holds(algorithm: str) -> None:
    lines = chain(20, algorithm)
    assert found(lines, (20, lines[-1].hash)) == []
    assert found([], (0, "")) == []


def test_sm3_is_the_standard_one() -> None:
    # GB/T 32905-2016, example 1
    assert digest("abc", "sm3") == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"


def test_a_thousand_random_edits_are_all_seen() -> None:
    """Security check C08: flip, delete, reorder, cut, append, put an old copy back."""
    dice = random.Random(8)
    whole = chain(30)
    head = (30, whole[-1].hash)
    for _ in range(1000):
        lines = list(whole)
        at = dice.randrange(30)
        kind = dice.choice(["flip", "delete", "swap", "cut", "append", "old"])
        if kind == "flip":
            field = dice.choice(["actor", "act", "subject", "previous", "hash"])
            lines[at] = replace(lines[at], **{field: "x" * 64})
        elif kind == "delete":
            del lines[at]
        elif kind == "swap":
            other = (at + 1) % 30
            lines[at], lines[other] = lines[other], lines[at]
        elif kind == "cut":
            lines = lines[:at]
        elif kind == "append":
            forged = Line("linxi", 31, AT, "p1", "act", "s", {}, "sha256", lines[-1].hash)
            lines.append(replace(forged, hash=hash_of(forged)))
        else:
            lines[at] = replace(lines[at], data={"n": -1})
        places = found(lines, head)
        assert places, kind
        # The place named is where it was done: the line itself, the next, or where the chain now ends.
        assert min(abs(p - (at + 1)) for p in places) <= 1 or kind in {"cut", "append", "swap"}, (
            kind,
            at,
            places,
        )


def test_an_unknown_algorithm_is_a_break() -> None:
    line = replace(chain(1)[0], algorithm="md5")
    assert found([line], (1, line.hash)) == [1]


@given(st.dictionaries(st.text(max_size=5), st.integers(), max_size=4))
def test_the_canonical_text_does_not_hang_on_order(data: dict[str, int]) -> None:
    assert canonical(data) == canonical(dict(reversed(list(data.items()))))
    assert root_of(data, "sha256") == digest(canonical(data), "sha256")
