"""The organ's own files: documents of appointment, forms, plans. Everybody in the office reads them, its
head adds.
"""

from __future__ import annotations

from gongkai.web.attachments import places
from gongkai.web.rights.actor import Actor

PREFIX = "organ"


def subject_of(organ_code: str) -> str:
    """The subject of an organ's own files."""
    return f"{PREFIX}/{organ_code}"


def _own(actor: Actor, key: str) -> bool:
    return actor.organ_code == key


def _head(actor: Actor, key: str) -> bool:
    return actor.organ_code == key and actor.may("organs.edit")


def register() -> None:
    """Make the place known."""
    places.register(places.Place(PREFIX, "机关文件", _own, _head, lambda _key: "/office/files/"))
