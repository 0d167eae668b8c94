"""What the case knows for the forms of the office: slip of delivery (D30), sheet of approval (F02), list of
the file (F04); and which application of the month it is, for a fee (D08).

Source: 条例 art. 45; the vocabulary of letters.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils import timezone

from gongkai.web.applications.kin import ordinal, same_applicant
from gongkai.web.applications.models import Application, Proposal, Standing
from gongkai.web.letters.models import Dispatch, Letter, LetterVoid
from gongkai.web.people.models import Person
from gongkai.web.replies.enclosures import KIND
from gongkai.web.replies.models import Archive, Delivery
from gongkai.web.replies.sorts import WITHOUT
from gongkai.web.review.chains import chain_now
from gongkai.web.review.core.acts import SECRECY_NAME, Signing
from gongkai.web.review.core.state import Review
from gongkai.web.review.core.words import conclusions
from gongkai.web.review.ledger import latest

PLACES = {"mail": "address", "pick_up": "address", "email": "email", "fax": "fax"}
"""Where a letter goes to, by how the applicant wants it."""


def form_facts(application: Application, subject: str, kind: str) -> dict[str, Any]:
    """The facts of one of these forms; none for any other document."""
    if kind == "D30":
        return _slip(application, subject)
    if kind == "F02":
        return _approval(application, subject)
    if kind == "D08":
        standing = Standing.objects.for_organ(application.organ_id).filter(application=application).first()
        return (
            {"fee_ordinal": ordinal(application, standing, same_applicant(application)).place}
            if standing
            else {}
        )
    if kind == "F04":
        row = Archive.objects.for_organ(application.organ_id).filter(application=application).first()
        return {"file_number": row.number} if row else {}
    return {}


def _slip(application: Application, subject: str) -> dict[str, Any]:
    """The last letter that went out to the applicant, and its arrival."""
    organ = application.organ_id
    sent = Dispatch.objects.for_organ(organ).filter(letter__subject=subject).select_related("letter")
    last = sent.order_by("on", "at").last()
    if last is None:
        return {}
    letter: Letter = last.letter
    numbered = f"（{letter.number}）" if letter.number else ""
    found = {"delivered_document": f"{letter.title}{numbered}", "dispatched_on": last.on}
    if letter.document is not None and letter.document.to == "applicant":
        place = PLACES.get(application.get_by, "address")
        found |= {"recipient": application.opened("name"), "delivery_place": application.opened(place)}
    arrived = Delivery.objects.for_organ(organ).filter(letter=letter, what="received").last()
    if arrived:
        found |= {"delivered_on": arrived.on, "tracking_number": arrived.tracking}
    return found


def _approval(application: Application, subject: str) -> dict[str, Any]:
    """The proposal, the opinions on the last letter drafted, and the steps that it still waits for; before it
    was submitted, those by which it would go today.
    """
    organ = application.organ_id
    found: dict[str, Any] = {}
    if proposal := Proposal.objects.for_organ(organ).standing(application).last():
        found |= {"decision": proposal.kind, "handler_opinion": proposal.reasons}
    void = LetterVoid.objects.for_organ(organ).values("letter")
    letters = Letter.objects.for_organ(organ).filter(subject=subject).exclude(kind__in=WITHOUT)
    letter = letters.exclude(pk__in=void).order_by("drafted_at").last()
    if letter is None:
        return found
    file = latest(organ, KIND, str(letter.pk))
    if file and file.review.withdrawn is None:
        return found | {"opinions": _opinions(organ, file.review), "steps_ahead": _ahead(file.review)}
    chain = chain_now(organ, KIND, str(letter.pk), timezone.localdate()).chain
    return found | {"steps_ahead": [*(step.name for step in chain.steps), SECRECY_NAME]}


def _ahead(review: Review) -> list[str]:
    """The names of the steps that nobody has signed on what is now under review."""
    steps = [step.name for step in review.chain.steps[len(review.signatures) :]]
    return steps + ([] if review.secrecy else [SECRECY_NAME])


def _opinions(organ_id: UUID, review: Review) -> list[dict[str, Any]]:
    """What was signed on it, in the order of the steps; the secrecy review last."""
    signed: list[tuple[str, str, Signing]] = [
        (review.task_name(act.step), act.opinion or "同意", act) for act in review.signatures
    ]
    if review.secrecy:
        signed.append((SECRECY_NAME, conclusions()[review.secrecy.conclusion].name, review.secrecy))
    people = Person.objects.for_organ(organ_id).filter(pk__in=[act.signer for _, _, act in signed])
    names = {str(one.pk): one.name for one in people}
    return [
        {
            "step": step,
            "opinion": opinion,
            "by": names.get(act.signer, ""),
            "on": act.paper.signed_on if act.paper else timezone.localdate(act.recorded_at),
        }
        for step, opinion, act in signed
    ]
