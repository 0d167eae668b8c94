"""Whose letters they are: each app with cases says, for its prefix of subjects, what the case knows.

``register("application", provider)`` in the app's ``AppConfig.ready``. A subject is ``<prefix>/<key>``, as
``application/2026-0001``; letters of a prefix that nobody registered can be neither read nor drafted.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from gongkai.values.errors import NotAllowed
from gongkai.web.organs.models import Organ
from gongkai.web.rights.actor import Actor

if TYPE_CHECKING:
    from gongkai.web.letters.models import Dispatch, Letter, LetterVoid

ARTICLE = "《条例》第四十五条"


def _nothing_holds(letter: Letter) -> str:
    return ""


def _nothing_beside(letter: Letter) -> tuple[str, str] | None:
    """The case has no further page on a letter."""
    return None


def _nothing_closes(letter: Letter) -> None:
    """The case takes letters as long as it is there."""


def _nothing_follows(actor: Actor, what: Any, now: dt.datetime) -> None:
    """The case takes no note of it."""


@dataclass(frozen=True, slots=True)
class Provider:
    """What an app tells of its cases, by their key.

    ``words`` names the case in lists (nothing private); ``facts`` gives what the case knows for a document
    on a day; ``may_read`` and ``may_draft`` add the case's own rules to the rights of letters; ``address``
    is its page; ``holds`` says why a letter may not be numbered or sent yet (a
    review that is not finished), "" where nothing holds it. ``trial`` letters have numbers of their own and
    never go out.

    ``beside`` gives words and address of the case's own page on a letter (its review, its delivery).
    ``writes`` is called inside the transaction before a version is written: it holds the case, and raises
    ``NotAllowed`` where the case takes no letter any more.
    ``issued``, ``sent`` and ``voided`` are called inside the transaction of the act, before its audit line:
    what follows in the case is written there, and an error undoes both.
    """

    words: Callable[[str], str]
    facts: Callable[[Organ, str, str, dt.date], Mapping[str, Any]]
    may_read: Callable[[Actor, str], bool]
    may_draft: Callable[[Actor, str], bool]
    address: Callable[[str], str]
    holds: Callable[[Letter], str] = _nothing_holds
    beside: Callable[[Letter], tuple[str, str] | None] = _nothing_beside
    writes: Callable[[Letter], None] = _nothing_closes
    issued: Callable[[Actor, Letter, dt.datetime], None] = _nothing_follows
    sent: Callable[[Actor, Dispatch, dt.datetime], None] = _nothing_follows
    voided: Callable[[Actor, LetterVoid, dt.datetime], None] = _nothing_follows
    trial: bool = False


_PROVIDERS: dict[str, Provider] = {}


def register(prefix: str, provider: Provider) -> None:
    """Make the cases of a prefix known; the same prefix replaces the one before."""
    _PROVIDERS[prefix] = provider


def find(subject: str) -> tuple[Provider | None, str]:
    """The provider of a subject and the key there; None for one that nobody registered."""
    prefix, _, key = subject.partition("/")
    return (_PROVIDERS.get(prefix) if key else None), key


def provider_of(subject: str) -> tuple[Provider, str]:
    """The same; raises :class:`NotAllowed` for a subject that nobody registered."""
    provider, key = find(subject)
    if provider is None:
        raise NotAllowed(f"没有“{subject}”这一事项，不能起草文书。请从办件的页面起草。", ARTICLE)
    return provider, key


def words_of(subject: str) -> str:
    """How lists name the case; the subject itself where nobody knows it."""
    provider, key = find(subject)
    return provider.words(key) if provider else subject


def may_read(actor: Actor, subject: str) -> bool:
    """Whether the actor may read letters of this subject."""
    provider, key = find(subject)
    return provider is not None and actor.may("letters.read") and provider.may_read(actor, key)


def may_draft(actor: Actor, subject: str) -> bool:
    """Whether the actor may draft letters of this subject."""
    provider, key = find(subject)
    return provider is not None and actor.may("letters.draft") and provider.may_draft(actor, key)
