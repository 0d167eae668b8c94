"""The panels of a case page: each app that knows something of a case adds its own, without touching the page.

``register_panel("letters", 60, "letters/_case.html", context)`` in the app's ``AppConfig.ready``. ``context``
is asked with who looks and where the case stands; what it gives is the template's own context beside
``state`` and ``actor``; None leaves the panel out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.web.applications.cases import CaseState
from gongkai.web.rights.actor import Actor

Context = Callable[[Actor, CaseState], Mapping[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel: its key, where it stands (small first), its template, what fills it."""

    key: str
    order: int
    template: str
    context: Context


_PANELS: dict[str, Panel] = {}


def register_panel(key: str, order: int, template: str, context: Context) -> None:
    """Add a panel; the same key replaces the one before."""
    _PANELS[key] = Panel(key, order, template, context)


def panels() -> tuple[Panel, ...]:
    """Every panel in the order of the page."""
    return tuple(sorted(_PANELS.values(), key=lambda one: (one.order, one.key)))


def filled(actor: Actor, state: CaseState) -> list[tuple[Panel, Mapping[str, Any]]]:
    """The panels that have something to show to this actor, each with its context."""
    out: list[tuple[Panel, Mapping[str, Any]]] = []
    for one in panels():
        values = one.context(actor, state)
        if values is not None:
            out.append((one, {"state": state, "case": state.application, "actor": actor, **values}))
    return out
