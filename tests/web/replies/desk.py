"""An application of the equipped bureau, and its letters led through review, number and dispatch."""

from __future__ import annotations

import datetime as dt
from typing import Any

from gongkai.letters.document import document
from gongkai.statute.decisions import Remedy
from gongkai.statute.decisions import decision as kind_of
from gongkai.statute.events import Channel
from gongkai.web.applications.models import Application, Proposal
from gongkai.web.attachments.actions.add import put
from gongkai.web.letters.actions.dispatch import dispatch
from gongkai.web.letters.actions.draft import draft
from gongkai.web.letters.actions.issue import issue
from gongkai.web.letters.models import Letter
from gongkai.web.replies.actions.submit import send_to_review
from gongkai.web.replies.enclosures import place_of
from gongkai.web.replies.facts import subject_of
from gongkai.web.replies.models import Answer, CaseDraft
from gongkai.web.replies.reviewing import review_of
from gongkai.web.review.actions.doing import Seen
from gongkai.web.review.actions.signing import sign, sign_secrecy
from gongkai.web.review.core.words import checks
from gongkai.web.review.ledger import File
from gongkai.web.review.models import Draft
from tests.letters.letter_cases import case
from tests.web.applications.lives import DAY, at, filed
from tests.web.letters.bureau import ORGAN, PDF
from tests.web.offices import Office

LATER = DAY + dt.timedelta(9)
"""A day within the period, on which most is done: 2026-03-11."""
NOON = at(LATER, 12)


def applied(office: Office, **more: Any) -> Application:
    """An application handed in on the first day."""
    return filed(office, Channel.IN_PERSON, more.pop("on", DAY), **more)[0]


def typed(kind: str, nth: int = 0, **other: Any) -> dict[str, Any]:
    """What a clerk would type for a document; what the case knows prevails over it."""
    return {key: value for key, value in case(kind, nth).facts.items() if key not in ORGAN} | other


def written(
    office: Office, one: Application, kind: str = "D13", nth: int = 0, on: dt.date = LATER, **other: Any
) -> Letter:
    """A draft by the handler."""
    facts = typed(kind, nth, **other)
    if decisions := document(kind).decisions:
        intended(office, one, facts.get("decision", decisions[0]))
    return draft(office.actor("handler"), subject_of(one), kind, facts, on=on, now=NOON)


def intended(office: Office, one: Application, decision: str) -> Proposal:
    """The proposal of a decision with everything written that its kind needs."""
    kind = kind_of(decision)
    grounds = ["withheld.deliberative"] if kind.remedy is Remedy.BY_GROUND else []
    needs = [need for key in (decision, *grounds) for need in kind_of(key).needs]
    proposals = Proposal.objects.for_organ(office.organ).filter(application=one)
    made: Proposal = Proposal.objects.create(
        organ=office.organ,
        application=one,
        number=proposals.count() + 1,
        kind=decision,
        grounds=grounds,
        facts={need[0]: "已经登记" for need in needs},
        by=office.actor("handler").id,
        at=NOON,
    )
    return made


def enclosing(office: Office, letter: Letter) -> Letter:
    """With a file that goes out with it."""
    put(office.actor("handler"), place_of(letter), "决算表.pdf", PDF, NOON, own=True)
    return letter


def seen(file: File) -> Seen:
    """What a page opened now would show."""
    return Seen(file.position, file.review.hash)


def signed(office: Office, letter: Letter, secrecy: bool = True) -> Letter:
    """Submitted by the handler, signed by everybody."""
    file = send_to_review(office.actor("handler"), letter, 0, NOON)
    for number, step in enumerate(file.review.chain.steps, 1):
        actor = office.actor(step.roles[0])
        file = sign(actor, file.id, seen(file), NOON, step=number, checks=checks(), opinion="同意")
    if secrecy:
        keeper = office.actor("secrecy_reviewer")
        sign_secrecy(keeper, file.id, seen(file), NOON, conclusion="disclose", basis="不涉及国家秘密")
    assert review_of(letter) is not None
    return letter


def numbered(office: Office, letter: Letter, on: dt.date = LATER, role: str = "handler") -> Letter:
    """Issued."""
    return issue(office.actor(role), letter, on=on, seen=letter.version, now=NOON)


def gone(office: Office, letter: Letter, on: dt.date = LATER, role: str = "handler") -> Letter:
    """Sent on paper."""
    dispatch(office.actor(role), letter, "paper", on=on, seen=letter.version, now=NOON)
    return letter


def replied(office: Office, one: Application, kind: str = "D13", **other: Any) -> Letter:
    """A reply drafted, signed, numbered and sent."""
    return gone(office, numbered(office, signed(office, written(office, one, kind, **other))))


def released(office: Office, title: str, body: str = "正文") -> Answer:
    """An answer that everybody can read."""
    begun = Draft.objects.create(organ=office.organ, created_at=NOON, created_by="p")
    source = CaseDraft.objects.create(
        organ=office.organ,
        application=applied(office),
        draft=begun,
        purpose="answer",
        reason="甲",
        by="p",
        at=NOON,
    )
    one: Answer = Answer.objects.create(
        organ=office.organ, source=source, title=title, body=body, on=LATER, by="p", at=NOON
    )
    return one
