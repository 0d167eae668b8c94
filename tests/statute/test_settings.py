"""The doubtful points: all of them there, each with its default, and bounds on what may be set."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.statute import settings
from gongkai.statute.settings import Settings, point, points
from gongkai.values.errors import NotAllowed


def test_all_points_are_there() -> None:
    assert [one.id for one in points()][:24] == [f"A{n}" for n in range(1, 25)]
    assert len({one.name for one in points()}) == len(points()) == 26
    for one in points():
        assert one.check(one.default) == one.default
        assert one.mark in ("INFERRED", "RECALLED")
        assert one.title
        assert one.explanation.endswith("。")


@pytest.mark.parametrize(("name", "value"), [
    ("receipt.weekend", "both"), ("ext.reset", False), ("correction.days", 10), ("reasons.stop", False),
    ("query.remedy", "M2"), ("receipt.unconfirmed", "both"), ("delivery.electronic", 5), ("fee.restart", True),
    ("bodies.by_hand", True), ("report.roll", False),
])  # fmt: skip
def test_the_defaults_of_the_notes(name: str, value: object) -> None:
    assert Settings.default().of(name) == value


def test_set_by_name_by_number_and_by_table() -> None:
    default = Settings.default()
    assert (
        default.using({"ext.reset": True})
        == default.using({"A9": True})
        == default.using({"ext": {"reset": True}})
    )
    assert default.using({}) == default
    assert default.using({"correction.days": 5}).of("A6") == 5
    assert default.using({"correction.days": 30}).of("A6") == 30


@pytest.mark.parametrize(("name", "value"), [
    ("correction.days", 4), ("correction.days", 31), ("correction.days", "10"), ("correction.days", True),
    ("ext.reset", "yes"), ("ext.reset", 1), ("receipt.weekend", "never"), ("receipt.weekend", 1),
])  # fmt: skip
def test_control_what_may_not_be_chosen_is_refused(name: str, value: object) -> None:
    with pytest.raises(NotAllowed, match=f"设置“{name}”.*只能是"):
        Settings.default().using({name: value})


@pytest.mark.parametrize(("name", "value"), [
    ("A12", True), ("A18", "excluded"), ("A19", "not_counted"),
])  # fmt: skip
def test_what_the_form_itself_settles_cannot_be_changed(name: str, value: object) -> None:
    with pytest.raises(NotAllowed, match=r"不能改变：.*。$"):
        Settings.default().using({name: value})
    default = Settings.default()
    assert default.using({name: default.of(name)}) == default


def test_every_point_that_may_be_changed_is_read_somewhere() -> None:
    """A setting that changes nothing would be a promise unkept."""
    home = Path(settings.__file__).parents[1]
    code = "\n".join(
        path.read_text(encoding="utf-8") for path in home.rglob("*") if path.suffix in (".py", ".toml")
        and path.name != "settings.toml"
    )  # fmt: skip
    assert [one.name for one in points() if not one.fixed and f'"{one.name}"' not in code] == []


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(NotAllowed, match="没有“nonsense”这项设置"):
        point("nonsense")


def test_the_clock_reads_the_points() -> None:
    reading = Settings.default().reading
    assert (reading.strict_rolls, reading.lenient_rolls, reading.fee_restarts) == (False, True, True)
    changed = Settings.default().using({"A1": "lenient", "A23": "confirmation", "S1": False}).reading
    assert (changed.strict_rolls, changed.strict_from_submission, changed.fee_restarts) == (
        True,
        False,
        False,
    )
