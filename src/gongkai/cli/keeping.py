"""What ``compare`` and ``rollup`` found, kept as a file: ``-o`` names it, its extension says the format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from gongkai.cli.convert import put

if TYPE_CHECKING:
    from gongkai.report.papers.formats import Found


def kind_of(output: str) -> str:
    """The format that the extension names; raises :class:`click.UsageError` for one that there is not."""
    from gongkai.report.papers.formats import FORMATS  # noqa: PLC0415  # so that --help stays quick

    kind = os.path.splitext(output)[1].lstrip(".").lower()
    kind = {"htm": "html"}.get(kind, kind)
    if kind not in FORMATS:
        known = "、".join(FORMATS)
        why = f"看不出“{output}”要存成哪种格式，扩展名请用 {known} 之一。"
        raise click.UsageError(why, click.get_current_context(silent=True))
    return kind


def keep(found: Found, output: str) -> None:
    """Write the file; raises :class:`gongkai.values.errors.FileError` where that fails."""
    from gongkai.report.papers.formats import write  # noqa: PLC0415

    put(write(found, kind_of(output)), output)
