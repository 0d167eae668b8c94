"""The comparison finds what differs: against itself nothing, against clocks with one mistake each, that mistake."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from gongkai.statute.events import Event, Kind

from . import rules
from .case import Case
from .cases import case
from .compare import Clock, compare, differences, main, smallest, written
from .naive import Answer, answer


def _day_late(events: Sequence[Event], on: date) -> Answer:
    got = answer(events, on)
    return {**got, "strict": got["strict"] + timedelta(days=1)} if got.get("strict") else got  # type: ignore[operator]


def _never_refuses(events: Sequence[Event], on: date) -> Answer:
    got = answer(events, on)
    return answer(events[:1], on) if "refused" in got else got


def test_against_itself() -> None:
    """The oracle agrees with itself."""
    assert [seed for seed in range(500) if compare(answer, seed)] == []


@pytest.mark.parametrize("wrong", [_day_late, _never_refuses])
def test_a_wrong_clock_is_found(wrong: Clock) -> None:
    """One mistake, found within 200 cases, and shown by a case of a few entries."""
    seed = next(seed for seed in range(200) if compare(wrong, seed))
    events, on = case(seed)
    small = smallest(wrong, events, on)
    assert len(small) <= len(events)
    assert differences(wrong, small, on)
    assert written(small, on).count("[[entry]]") == len(small)


def _sums(case: Case, on: date) -> list[tuple[date, date]]:
    return [stretch for stretch in _excluded(case, on) if stretch[1] > stretch[0]][:1]


def _goes_on(case: Case, on: date) -> bool:
    case.stage = "processing"
    return True


_excluded = Case.excluded

SLIPS: list[tuple[str, object, str, Callable[..., object]]] = [
    ("only one consultation is excluded", Case, "excluded", _sums),
    ("a day of rest is a base", Case, "moved", lambda case, day: day),
    ("a restart is forgotten", rules, "_restart", _goes_on),
    ("nothing is ever late", Case, "too_late", lambda case, on: False),
    ("an opinion is always open", Case, "is_open", lambda case, asked, on: asked.returned is None),
]


@pytest.mark.parametrize(("what", "owner", "name", "slip"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_slips_are_found(
    what: str, owner: object, name: str, slip: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slips that an office's own program might make: each shows within 1 000 cases."""
    right = {seed: answer(*case(seed)) for seed in range(1000)}
    lives = {seed: case(seed) for seed in right}
    monkeypatch.setattr(owner, name, slip)
    assert any(answer(*lives[seed]) != right[seed] for seed in right), what


def test_leaving_out_an_entry_keeps_the_numbers() -> None:
    """A voiding goes on naming the entry it named; without that entry it goes too."""
    day = date(2026, 3, 2)
    first = Event(Kind.RECEIVED, day)
    life = [first, Event(Kind.DELIVERED, day), Event(Kind.EXTENDED, day), Event(Kind.VOIDED, day, of=3)]

    def clock(events: Sequence[Event], on: date) -> Answer:
        kinds = [e.kind for e in events]
        return {
            "refused": 0
            if Kind.VOIDED in kinds and events[(events[-1].of or 0) - 1].kind is Kind.EXTENDED
            else 1
        }

    assert [e.of for e in smallest(clock, life, day) if e.of] in ([1], [2])


def test_from_the_shell(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 0 without differences, 1 with, and the case printed."""
    assert main(["--count", "50", "--workers", "1", "--clock", "tests.oracle.naive:answer"]) == 0
    assert "50 cases, 0 differ" in capsys.readouterr().out
    assert main(["--count", "50", "--workers", "1", "--clock", "tests.oracle.test_compare:_day_late"]) == 1
    assert "[[entry]]" in capsys.readouterr().out
