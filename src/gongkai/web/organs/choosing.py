"""What an organ had chosen on a day: every option with the value that held then, its default where none did.

A case keeps the choices of the day on which it was filed, whatever is chosen later.
"""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from gongkai.statute.settings import Choice, Settings, points
from gongkai.web.organs.models import Chosen, Organ
from gongkai.web.organs.options import option


class Choices:
    """All that an organ ever chose, read once and asked for many days."""

    def __init__(self, organ: Organ | UUID | Any) -> None:
        rows = Chosen.objects.for_organ(organ).order_by("since", "at")
        self._rows: list[tuple[str, Choice, dt.date]] = list(rows.values_list("name", "value", "since"))
        self._settings: dict[dt.date, Settings] = {}

    def chosen(self, day: dt.date) -> dict[str, Choice]:
        """What holds on that day of what was chosen, by name."""
        return {name: value for name, value, since in self._rows if since <= day}

    def value(self, name: str, day: dt.date) -> Choice:
        """The value of an option on that day; raises :class:`NotAllowed` for an unknown name."""
        return self.chosen(day).get(name, option(name).default)

    def settings(self, day: dt.date) -> Settings:
        """How the organ reads the doubtful points on that day."""
        begins = max((since for _, _, since in self._rows if since <= day), default=dt.date.min)
        found = self._settings.get(begins)
        if found is None:
            known = {one.name for one in points()}
            mine = {name: value for name, value in self.chosen(day).items() if name in known}
            found = self._settings[begins] = Settings.default().using(mine)
        return found


def settings_on(organ: Organ | UUID, day: dt.date) -> Settings:
    """How the organ reads the doubtful points of the law on that day."""
    return Choices(organ).settings(day)


def number_on(organ: Organ | UUID | Any, name: str, day: dt.date) -> int:
    """The number that holds for an option on that day."""
    return int(Choices(organ).value(name, day))
