"""试制: letters made of facts that somebody types, to try every document; with numbers of their own.

A trial belongs to no case, is marked in its number, and never goes out.
"""

from __future__ import annotations

import uuid

from gongkai.web.letters.providers import Provider, register
from gongkai.web.rights.actor import Actor

PREFIX = "trial"


def new_subject() -> str:
    """The subject of a fresh trial."""
    return f"{PREFIX}/{uuid.uuid4().hex[:12]}"


def _anybody(actor: Actor, key: str) -> bool:
    return True


def register_trial() -> None:
    """Make trials known."""
    provider = Provider(
        words=lambda key: "试制",
        facts=lambda organ, key, kind, day: {},
        may_read=_anybody,
        may_draft=_anybody,
        address=lambda key: "/office/letters/",
        trial=True,
    )
    register(PREFIX, provider)
