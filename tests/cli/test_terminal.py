"""The console that pages are written with: its width, colour only where it is wanted, no markup."""

from __future__ import annotations

from gongkai.cli.examine import Style
from gongkai.cli.terminal import console_for


def test_colour_is_written_where_the_style_has_it() -> None:
    for colour in (False, True):
        console, out = console_for(Style(colour=colour, width=60))
        console.print("[甲]", style="bold red")
        assert ("\x1b[" in out.getvalue()) is colour
        assert "[甲]" in out.getvalue()
        assert console.width == 60
