"""随附文件: the files that go out with a letter (what is disclosed). A signature covers them with the text.

While the letter is under review, and once it is issued, nobody adds or erases one.

Source: 条例 arts. 17, 36 (二), 40.
"""

from __future__ import annotations

from uuid import UUID

from gongkai.web.attachments import places
from gongkai.web.attachments.models import Attachment
from gongkai.web.letters.files import readable
from gongkai.web.letters.models import Letter
from gongkai.web.review.core.content import Attached
from gongkai.web.review.ledger import latest
from gongkai.web.rights.actor import Actor

PLACE = "reply-file"
KIND = "application-letter"


def place_of(letter: Letter) -> str:
    """The subject of the files that go out with a letter."""
    return f"{PLACE}/{letter.pk}"


def files_of(letter: Letter) -> list[Attachment]:
    """The files that go out with a letter, in the order in which they were added."""
    return list(Attachment.objects.for_organ(letter.organ_id).of(place_of(letter)))


def enclosed(letter: Letter) -> tuple[Attached, ...]:
    """The same as a signature names them."""
    return tuple(Attached(str(one.pk), one.name, one.sha256) for one in files_of(letter))


def _letter(actor: Actor, key: str) -> Letter | None:
    try:
        return readable(actor, UUID(key))
    except ValueError:
        return None


def _may_read(actor: Actor, key: str) -> bool:
    return _letter(actor, key) is not None


def may_add(actor: Actor, key: str) -> bool:
    """Whether the actor may add and erase files of that letter now."""
    letter = _letter(actor, key)
    if letter is None or letter.issued_at is not None or not actor.may("letters.draft"):
        return False
    file = latest(letter.organ_id, KIND, key)
    return file is None or not file.review.open or file.review.sent_back is not None


def register() -> None:
    """Make the place known."""
    places.register(
        places.Place(PLACE, "随附文件", _may_read, may_add, lambda key: f"/office/replies/{key}/")
    )
