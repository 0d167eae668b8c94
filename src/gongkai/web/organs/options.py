"""What an organ may choose: the doubtful points of the law, and what other apps register beside them.

An option is a :class:`~gongkai.statute.settings.Point` with the group under which the page shows it.
``register_option("habits", Point(...))`` in the app's ``AppConfig.ready``.
"""

from __future__ import annotations

from gongkai.statute.settings import Point, points
from gongkai.values.errors import NotAllowed

READINGS = "readings"
GROUPS = {
    READINGS: "法律没有写明、有不同理解之处",
    "retention": "档案保管期限",
    "habits": "工作习惯",
}
"""The groups in the order in which the page shows them."""
_OTHERS: dict[str, tuple[str, Point]] = {}


def register_option(group: str, one: Point) -> None:
    """Make an option known; the same name replaces the one before. Raises ``KeyError`` for no such group."""
    if group not in GROUPS:
        raise KeyError(group)
    _OTHERS[one.name] = (group, one)


def options() -> dict[str, list[Point]]:
    """Every option by its group."""
    found: dict[str, list[Point]] = {group: [] for group in GROUPS}
    found[READINGS] += points()
    for group, one in _OTHERS.values():
        found[group].append(one)
    return found


def option(name: str) -> Point:
    """The option of that name; raises :class:`NotAllowed` where there is none."""
    for group in options().values():
        for one in group:
            if one.name == name:
                return one
    raise NotAllowed(f"没有“{name}”这项设置。", "")
