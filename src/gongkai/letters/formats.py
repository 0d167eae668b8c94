"""Every format of a letter by its name: ``write(paper, "docx")``. A writer is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

from gongkai.letters.paper import Paper

FORMATS = ("text", "docx", "pdf")
"""Names of the formats."""


def write(paper: Paper, to: str) -> bytes:
    """The paper as the bytes of a file of format ``to``, one of :data:`FORMATS`; :class:`ValueError` else."""
    if to not in FORMATS:
        raise ValueError(f"no writer of letters for {to!r}; known: {', '.join(FORMATS)}")
    made: bytes = import_module(f"gongkai.letters.{to}").write(paper)
    return made
