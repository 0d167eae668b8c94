"""A terminal of a style, to write a page for."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from gongkai.cli.examine import Style

if TYPE_CHECKING:
    from rich.console import Console


def console_for(style: Style) -> tuple[Console, StringIO]:
    """A console of that style which writes into memory."""
    from rich.console import Console  # noqa: PLC0415  # not needed for JSON, and slow to load

    out = StringIO()
    looks = "standard" if style.colour else None
    console = Console(
        file=out,
        width=style.width,
        force_terminal=style.colour,
        color_system=looks,  # type: ignore[arg-type]  # rich wants a literal
        no_color=not style.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    return console, out
