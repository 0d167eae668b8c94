"""A paper as a page shows it: the texts in their places, as they are printed."""

from __future__ import annotations

from typing import Any

from gongkai.letters import layout
from gongkai.letters.changes import Change, changes, pieces
from gongkai.letters.keeping import paper_of
from gongkai.letters.paper import Paper
from gongkai.web.letters.models import LetterVersion


def paper_in(version: LetterVersion) -> Paper:
    """The paper of a version, opened. Whoever shows it to a person leaves an audit line."""
    return paper_of(version.opened("paper"))


def shown(paper: Paper) -> dict[str, Any]:
    """What the template prints, in the order of print."""
    return {
        "head": paper.head,
        "number": paper.number,
        "title": layout.title_lines(paper),
        "line": paper.line,
        "addressee": paper.addressee,
        "body": paper.body,
        "enclosures": layout.enclosure_lines(paper),
        "signature": paper.signature,
        "date": paper.date,
        "sealed": paper.sealed,
        "note": paper.note,
        "sheets": list(zip(layout.labels(paper), paper.sheets, strict=False)),
    }


def differences(old: Paper, new: Paper) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Each place that differs, with its pieces: the same, taken out, put in."""
    return [(one.place, _pieces(one)) for one in changes(old, new)]


def _pieces(one: Change) -> tuple[tuple[str, str], ...]:
    return pieces(one.before, one.now)
