"""The panels that every case page has: what was asked, the clock, the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.web.applications import (
    approvals_panel,
    asked_panel,
    clock_panel,
    consulted_panel,
    fee_panel,
    own_cases,
    proposals_panel,
    work_panels,
)
from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.panels import register_panel
from gongkai.web.applications.timeline import timeline
from gongkai.web.rights.actor import Actor


def lines(actor: Actor, state: CaseState) -> Mapping[str, Any]:
    """What the panel of the timeline shows."""
    return {"lines": timeline(state)}


def register() -> None:
    """Make the panels known."""
    register_panel("asked", 10, "applications/panels/asked.html", asked_panel.context)
    register_panel("clock", 20, "applications/panels/clock.html", clock_panel.context)
    register_panel("timeline", 80, "applications/panels/timeline.html", lines)
    proposals_panel.register()
    work_panels.register()
    own_cases.register()
    approvals_panel.register()
    fee_panel.register()
    consulted_panel.register()
