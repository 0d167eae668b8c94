"""The files of a letter: read by who may read the letter; added by the acts on letters alone."""

from __future__ import annotations

from uuid import UUID

from gongkai.web.attachments import places
from gongkai.web.letters import providers
from gongkai.web.letters.models import Letter
from gongkai.web.rights.actor import Actor

PREFIX = "letter"


def subject_of(letter: Letter) -> str:
    """The subject to which the files of a letter belong."""
    return f"{PREFIX}/{letter.pk}"


def readable(actor: Actor, id: UUID) -> Letter | None:
    """The letter of that id, where this actor may read it."""
    one: Letter | None = (
        Letter.objects.for_organ(actor.organ_id).select_related("organ").filter(pk=id).first()
    )
    return one if one is not None and providers.may_read(actor, one.subject) else None


def _may_read(actor: Actor, key: str) -> bool:
    try:
        id = UUID(key)
    except ValueError:
        return False
    return readable(actor, id) is not None


def _never(actor: Actor, key: str) -> bool:
    return False


def register() -> None:
    """Make the place known."""
    places.register(places.Place(PREFIX, "文书", _may_read, _never, lambda key: f"/office/letters/{key}/"))
