"""Who is asked for an opinion: the number, in which capacity, about what; the name stays covered until
opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Consulted
from gongkai.web.applications.panels import register_panel
from gongkai.web.rights.actor import Actor


def context(actor: Actor, state: CaseState) -> Mapping[str, Any] | None:
    """What the panel shows; None where nobody was asked."""
    one = state.application
    rows = list(Consulted.objects.for_organ(one.organ_id).filter(application=one))
    return {"rows": rows} if rows else None


def register() -> None:
    """Make the panel known."""
    register_panel("consulted", 28, "applications/panels/consulted.html", context)
