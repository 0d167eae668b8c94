"""Applications as a provider of letters: what the case knows, what holds a letter, what follows from it."""

from __future__ import annotations

from gongkai.web.applications.actions.enter import right_for
from gongkai.web.applications.addresses import LIST
from gongkai.web.applications.cases import state_of
from gongkai.web.letters.models import Letter
from gongkai.web.letters.providers import Provider, register
from gongkai.web.letters.standing import went_out
from gongkai.web.replies import entering
from gongkai.web.replies.erased import open_to_write
from gongkai.web.replies.facts import PREFIX, application_of, events_of, facts_for, way_of
from gongkai.web.replies.proposed import unproposed
from gongkai.web.replies.reviewing import lacks
from gongkai.web.rights.actor import Actor


def words(key: str) -> str:
    """How lists name the case: its number alone."""
    return f"申请{key}"


def address(key: str) -> str:
    """The page of the case."""
    return f"{LIST}{key}/"


def may_read(actor: Actor, key: str) -> bool:
    """Whether the actor may read letters of this case."""
    return actor.may("applications.read") and application_of(actor.organ_id, key) is not None


def may_draft(actor: Actor, key: str) -> bool:
    """Whether the actor may draft letters of this case."""
    return actor.may("applications.handle") and may_read(actor, key)


def holds(letter: Letter) -> str:
    """Why a letter may not be numbered or sent as it now is; "" where nothing holds it.

    A letter that tells of something to be approved (an extension, a fee, a deferral) waits for the approval
    to be entered; every letter that goes out waits for its review.
    """
    return unapproved(letter) or undecided(letter) or ended(letter) or lacks(letter)


def beside(letter: Letter) -> tuple[str, str]:
    """The page on the way of the letter."""
    return "送审、随附文件和送达", way_of(letter)


def unapproved(letter: Letter) -> str:
    """What has to be approved and entered before this letter goes out; "" where nothing has."""
    kind = entering.NOTICES.get(letter.kind)
    if kind is None or right_for(kind) != "applications.approve":
        return ""
    application = application_of(letter.organ_id, letter.subject.partition("/")[2])
    if application is None or events_of(state_of(application, letter.on), kind):
        return ""
    return f"《{letter.title}》所告知的事项还没有批准登记。请先由有批准权限的人员在办件页面登记，再办理文书。"


def undecided(letter: Letter) -> str:
    """Why the decision that the letter tells cannot be made yet; "" where it can, or was made."""
    decision = entering.decision_of(letter) if letter.issued_at is None else ""
    application = application_of(letter.organ_id, letter.subject.partition("/")[2])
    if not decision or application is None:
        return ""
    if entering.closed_with(state_of(application, letter.on), decision):
        return ""
    return unproposed(application, decision)


def ended(letter: Letter) -> str:
    """Why a numbered reply is not sent any more: its case ended otherwise; "" where it may go."""
    if letter.issued_at is None or went_out(letter):
        return ""
    application = application_of(letter.organ_id, letter.subject.partition("/")[2])
    return entering.overtaken(letter, state_of(application, letter.on)) if application else ""


def register_applications() -> None:
    """Make the letters of applications known."""
    register(
        PREFIX,
        Provider(
            words=words,
            facts=facts_for,
            may_read=may_read,
            may_draft=may_draft,
            address=address,
            holds=holds,
            beside=beside,
            writes=open_to_write,
            issued=entering.issued,
            sent=entering.sent,
            voided=entering.voided,
        ),
    )
