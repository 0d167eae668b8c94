"""What may be done to a case: each app offers its acts, the page says which may be done now, by whom, and why
the rest may not.

``register_offer(Offer("letter", "起草答复书", "答复", address, "letters.draft", when, 50))`` in the app's
``AppConfig.ready``. ``when`` is asked for the case as it stands: ``""`` means it may be done now, a sentence
says why not, None that the act does not concern this case and is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.web.applications.cases import CaseState
from gongkai.web.applications.models import Application
from gongkai.web.rights.actor import Actor
from gongkai.web.rights.roles import roles

GROUPS = ("办理", "期限", "补正和说明理由", "征求意见", "收费", "答复", "分工和记录", "结束", "更正登记")
"""The headings under which acts stand, in the order of the page; one of another name comes last."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An act: its key and words, its group, its page, the right it asks for, when it may be done.

    ``only`` narrows the right to some of those who have it; ``who`` then says to whom, for the others.
    """

    key: str
    words: str
    group: str
    address: Callable[[Application], str]
    right: str
    when: Callable[[CaseState], str | None]
    order: int = 100
    only: Callable[[Actor, CaseState], bool] | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """An act as it stands for one actor: ``why_not`` is empty where the case allows it now; ``may`` tells of
    the right, ``who`` names the roles that have it.
    """

    offer: Offer
    address: str
    why_not: str
    may: bool
    who: str

    @property
    def open(self) -> bool:
        """Whether this actor may do it now."""
        return self.may and not self.why_not


_OFFERS: dict[str, Offer] = {}


def register_offer(offer: Offer) -> None:
    """Add an act. Raises :class:`ValueError` where another one has its key already: none may vanish."""
    before = _OFFERS.get(offer.key)
    if before is not None and before.words != offer.words:
        raise ValueError(f"the key {offer.key!r} is taken by {before.words}")
    _OFFERS[offer.key] = offer


def offers() -> tuple[Offer, ...]:
    """Every act, by group and order."""
    return tuple(sorted(_OFFERS.values(), key=lambda one: (_place(one.group), one.order, one.key)))


def _place(group: str) -> int:
    return GROUPS.index(group) if group in GROUPS else len(GROUPS)


def offered(actor: Actor, state: CaseState) -> list[Offered]:
    """Every act that concerns the case, in order, each as it stands for this actor."""
    out = []
    for one in offers():
        why_not = one.when(state)
        if why_not is not None:
            address = one.address(state.application)
            may = actor.may(one.right) and (one.only is None or one.only(actor, state))
            out.append(Offered(one, address, why_not, may, one.who or who_may(one.right)))
    return out


def who_may(right: str) -> str:
    """The roles that have a right, by their names."""
    return "、".join(role.name for role in roles().values() if right in role.rights)
