"""What a case knows for its letters, so that nobody types it: who asks, for what, days, letters before.

Who asks is opened here for the text of a letter alone; drafting and looking at a letter leave audit lines of
their own. What is not known is left out: the form of the letter asks for it.

Source: 条例 arts. 29–42; the vocabulary of letters (``letters/facts.toml``).
"""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from gongkai.statute.case_words import KINDS
from gongkai.statute.clocks import clock
from gongkai.statute.events import Asked, Event, Kind
from gongkai.values.errors import NotAllowed
from gongkai.web.applications.cases import CaseState, calendar_of, settings_of, state_of
from gongkai.web.applications.models import Application, Assignment, Consulted
from gongkai.web.applications.models.application import GET_BY, PROVIDE_AS
from gongkai.web.letters.models import Dispatch, Letter, LetterVoid
from gongkai.web.organs.models import Organ
from gongkai.web.people.models import Person
from gongkai.web.replies.forms_facts import form_facts

PREFIX = "application"
BY = {"online": "internet", "email": "email", "mail": "registered_mail", "pick_up": "in_person", "fax": "fax"}
"""How an applicant wants it (his own choice), as the letters name the way of delivery."""


def subject_of(application: Application) -> str:
    """The subject of the letters of an application."""
    return f"{PREFIX}/{application.number}"


def way_of(letter: Letter) -> str:
    """The address of the page on a letter's review, enclosures and delivery."""
    return f"/office/replies/{letter.pk}/"


def application_of(organ: Organ | UUID | None, number: str) -> Application | None:
    """The application of that number in that organ."""
    rows = Application.objects.for_organ(organ).filter(number=number).select_related("organ")
    found: Application | None = rows.first()
    return found


def facts_for(organ: Organ, key: str, kind: str, day: dt.date) -> dict[str, Any]:
    """What the case knows on that day for a document; for a case that there is not, nothing."""
    application = application_of(organ, key)
    if application is None:
        return {}
    state = state_of(application, day)
    found = asked(application) | days(state) | letters_before(application) | handled(application, day)
    if kind == "F01":
        found["events_log"] = [{"on": one.on, "what": KINDS[one.kind]} for one in state.case.events]
    found |= form_facts(application, subject_of(application), kind)
    return {name: value for name, value in found.items() if value not in (None, "", [])}


def asked(application: Application) -> dict[str, Any]:
    """Who asks, how and for what."""
    found = {
        "registration_number": application.number,
        "applicant": application.opened("name"),
        "applicant_kind": application.applicant,
        "channel": application.channel,
        "request": " ".join(application.request.split()),
        "form_wanted": f"{PROVIDE_AS[application.provide_as]}，{GET_BY[application.get_by]}",
    }
    if application.get_by in BY:
        found["delivery"] = BY[application.get_by]
    return found


def events_of(state: CaseState, kind: Kind, to: Asked | None = None) -> list[Event]:
    """The events of a kind that count, in order; for consultations those of one kind of person asked."""
    return [one for one in state.case.events if one.kind is kind and (to is None or one.to is to)]


def last_on(state: CaseState, kind: Kind) -> dt.date | None:
    """The day of the last event of a kind."""
    found = events_of(state, kind)
    return found[-1].on if found else None


def days(state: CaseState) -> dict[str, Any]:
    """The days of the case, as its entries and its clock tell them."""
    now = state.clock
    found: dict[str, Any] = {
        "received_on": state.case.received_on,
        "due_on": now.strict if now else None,
        "corrected_on": last_on(state, Kind.CORRECTED),
        "fee_paid_on": last_on(state, Kind.FEE_PAID),
        "reasons_given_on": last_on(state, Kind.REASONS_GIVEN),
        "withdrawn_on": last_on(state, Kind.WITHDRAWN),
        "correction_ended_on": now.case.correction_last if now else None,
        "fee_ended_on": now.case.payment_last if now else None,
    }
    return found | _extended(state) | _asked_others(state) | _notices(state)


def _extended(state: CaseState) -> dict[str, Any]:
    """The extension: the last day before it, its length, who agreed, the last day with it."""
    events = state.case.events
    at = next((n for n, one in enumerate(events) if one.kind is Kind.EXTENDED), None)
    if at is None:
        return {}
    one = events[at]
    found: dict[str, Any] = {"extension_days": one.days, "extension_approver": _name(state, one.approved_by)}
    try:
        before = clock(
            events[:at], one.on, calendar_of(state.application), settings_of(state.application)
        ).strict
    except NotAllowed:
        before = None
    # The last day is told of as it was before and as it is with the extension.
    return found | {"due_on": before, "extended_due_on": state.clock.strict if state.clock else None}


def _name(state: CaseState, id: str | None) -> str | None:
    """The name of a person of the organ; what is no id stays as written."""
    try:
        pk = UUID(id or "")
    except ValueError:
        return id
    person = Person.objects.for_organ(state.application.organ_id).filter(pk=pk).first()
    return person.name if person else None


def _asked_others(state: CaseState) -> dict[str, Any]:
    sent = events_of(state, Kind.CONSULTATION_SENT)
    if not sent:
        return {}
    one = sent[-1]
    found: dict[str, Any] = {"asked": str(one.to), "consultation_sent_on": one.on}
    found |= _named_others(state)
    third = {e.id for e in sent if e.to is Asked.THIRD_PARTY}
    opinions = [e.on for e in events_of(state, Kind.CONSULTATION_RETURNED) if e.id in third]
    return found | ({"third_party_opinion_on": opinions[-1]} if opinions else {})


NAMED = {Asked.THIRD_PARTY: "third_party", Asked.JOINT_MAKER: "peer", Asked.OTHER_ORGAN: "peer"}
"""What the letters call those who are asked."""


def _named_others(state: CaseState) -> dict[str, Any]:
    """Who was asked last of each kind, by name."""
    rows = Consulted.objects.for_organ(state.application.organ_id).filter(application=state.application)
    named = {one.key: one for one in rows.select_related("organ")}
    found: dict[str, Any] = {}
    for event in events_of(state, Kind.CONSULTATION_SENT):
        if event.to is not None and event.id in named:
            found[NAMED[event.to]] = named[event.id].opened("name")
    return found


def _notices(state: CaseState) -> dict[str, Any]:
    """What the entries know of notices; the letters themselves know more (:func:`letters_before`)."""
    found: dict[str, Any] = {}
    for kind, name in ((Kind.CORRECTION_NOTICE, "correction_notice"), (Kind.FEE_NOTICE, "fee_notice")):
        if one := events_of(state, kind)[-1:]:
            found |= {f"{name}_on": one[0].on, f"{name}_received_on": one[0].notice_received_on}
            if one[0].amount:
                found["fee_charged"] = one[0].amount
    if one := events_of(state, Kind.REASONS_REQUESTED)[-1:]:
        found["reasons_notice_on"] = one[0].on
    if one := events_of(state, Kind.DEFERRED)[-1:]:
        found["deferred_until"] = one[0].until
    return found


BEFORE = {
    "D02": "correction_notice", "D03": "reasons_notice", "D05": "third_party_letter", "D08": "fee_notice",
}  # fmt: skip
"""Letters to which later ones refer, and what they call them."""


def letters_before(application: Application) -> dict[str, Any]:
    """Number and day of the letters that went out and to which later ones refer."""
    organ = application.organ_id
    found: dict[str, Any] = {}
    void = LetterVoid.objects.for_organ(organ).values("letter")
    sent = Dispatch.objects.for_organ(organ).values("letter")
    rows = Letter.objects.for_organ(organ).filter(subject=subject_of(application), kind__in=BEFORE)
    for one in rows.filter(pk__in=sent).exclude(pk__in=void).order_by("issued_at"):
        name = BEFORE[one.kind]
        found |= {f"{name}_number": one.number, f"{name}_on": one.on}
    return found


def handled(application: Application, day: dt.date) -> dict[str, Any]:
    """Who handles the case on that day, and in which unit."""
    rows = Assignment.objects.for_organ(application.organ_id).on(day).filter(application=application)
    one = rows.filter(duty="handler").select_related("person", "unit", "person__unit").last()
    if one is None:
        return {}
    unit = one.unit or (one.person.unit if one.person else None)
    return {"handler": one.person.name if one.person else None, "handling_unit": unit.name if unit else None}
