"""What the case knows for the forms of the office: slip of delivery (D30), sheet of approval (F02), list of
the file (F04); and which application of the month it is, for a fee (D08).

Source: 条例 art. 45; the vocabulary of letters.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from gongkai.web.applications.kin import ordinal, same_applicant
from gongkai.web.applications.models import Application, Proposal, Standing
from gongkai.web.letters.models import Dispatch, Letter
from gongkai.web.people.models import Person
from gongkai.web.replies.enclosures import KIND
from gongkai.web.replies.models import Archive, Delivery
from gongkai.web.review.core.acts import Signed
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
    """The proposal, and the opinions on the last letter that was reviewed."""
    organ = application.organ_id
    found: dict[str, Any] = {}
    if proposal := Proposal.objects.for_organ(organ).standing(application).last():
        found |= {"decision": proposal.kind, "handler_opinion": proposal.reasons}
    for letter in Letter.objects.for_organ(organ).filter(subject=subject).order_by("-drafted_at"):
        if rows := _opinions(letter):
            return found | {"opinions": rows}
    return found


def _opinions(letter: Letter) -> list[dict[str, Any]]:
    file = latest(letter.organ_id, KIND, str(letter.pk))
    if file is None:
        return []
    signed = [act for act in file.acts if isinstance(act, Signed) and act.hash == file.review.hash]
    people = Person.objects.for_organ(letter.organ_id).filter(pk__in=[act.signer for act in signed])
    names = {str(one.pk): one.name for one in people}
    return [
        {
            "step": file.review.chain.steps[act.step - 1].name,
            "opinion": act.opinion or "同意",
            "by": names.get(act.signer, ""),
            "on": timezone.localdate(act.recorded_at),
        }
        for act in signed
    ]
