"""The three ways to show a page: as usual, 长者版 (larger and simpler), and high contrast.

The choice travels in the address or the form (``mode``), not in a cookie.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class Mode:
    """A way to show: its key in the address, and its name for people."""

    key: str
    label: str

    @property
    def query(self) -> str:
        """What a link to another page of ours carries on; empty for the usual way."""
        return f"?mode={self.key}" if self.key else ""


MODES = (Mode("", "标准版"), Mode("elder", "长者版"), Mode("contrast", "高对比度"))


def chosen(request: HttpRequest) -> Mode:
    """The mode asked for; an unknown one is the usual way."""
    asked = request.GET.get("mode", "")
    if request.method == "POST" and hasattr(request, "_post"):
        asked = request.POST.get("mode", asked)
    return next((m for m in MODES if m.key == asked), MODES[0])


def display(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the chosen mode, all modes, and the address that the links between them keep."""
    return {"mode": chosen(request), "modes": MODES, "path": request.path}
