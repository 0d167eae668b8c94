"""The page of one letter: its text as printed, its versions and what differs, what can be done with it.

Who opens the text leaves an audit line: it tells of people.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gongkai.web.audit.recording import record_alone
from gongkai.web.letters import providers
from gongkai.web.letters.files import readable
from gongkai.web.letters.forms.acts import DispatchForm, IssueForm, ScanForm, VoidForm
from gongkai.web.letters.models import Dispatch, Letter, LetterVersion, LetterVoid, SealedScan
from gongkai.web.letters.shown import differences, paper_in, shown
from gongkai.web.letters.standing import letters_of, outgoing, standing, standing_words, why_not
from gongkai.web.people.models import Person
from gongkai.web.rights.access import actor_of, allow, not_there
from gongkai.web.rights.actor import Actor


@allow("letters.read", "GET")
def letter(request: HttpRequest, id: UUID) -> HttpResponse:
    """The letter; ``?version=2`` shows that version."""
    one = readable(actor_of(request), id)
    version = _version(request, one) if one else None
    if one is None or version is None:
        return not_there(request)
    return page(request, one, version)


@allow("letters.read", "GET")
def printed(request: HttpRequest, id: UUID) -> HttpResponse:
    """The text alone, for the browser's printer; what is sealed is printed from the PDF."""
    one = readable(actor_of(request), id)
    version = _version(request, one) if one else None
    if one is None or version is None:
        return not_there(request)
    _looked(request, one, version)
    return render(request, "letters/print.html", {"letter": one, "paper": shown(paper_in(version))})


def _version(request: HttpRequest, letter: Letter) -> LetterVersion | None:
    asked = request.GET.get("version", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else letter.version
    rows = LetterVersion.objects.for_organ(letter.organ_id).select_related("pdf", "docx")
    found: LetterVersion | None = rows.filter(letter=letter, number=number).first()
    return found


def _looked(request: HttpRequest, letter: Letter, version: LetterVersion) -> None:
    record_alone(actor_of(request), "letters.look", str(letter.pk), timezone.now(), version=version.number)


def page(
    request: HttpRequest, letter: Letter, version: LetterVersion, code: int = 200, **forms: Any
) -> HttpResponse:
    """The page with the forms of the acts; ``forms`` are those that came back with an error."""
    _looked(request, letter, version)
    actor = actor_of(request)
    row = letters_of(letter.organ_id).get(pk=letter.pk)
    paper = paper_in(version)
    context = {
        "letter": letter,
        "case": providers.words_of(letter.subject),
        "beside": _beside(letter),
        "version": version,
        "is_present": version.number == letter.version,
        "paper": shown(paper),
        "differences": _before(version, paper),
        "standing": standing(row),
        "standing_words": standing_words(row),
        "why_not": why_not(letter),
        "outgoing": outgoing(letter),
        **_history(letter),
        **_acts(actor, letter, standing(row)),
        **forms,
    }
    return render(request, "letters/letter.html", context, status=code)


def _beside(letter: Letter) -> tuple[str, str] | None:
    """Words and address of the case's own page on the letter."""
    provider, _ = providers.find(letter.subject)
    return provider.beside(letter) if provider else None


def _before(version: LetterVersion, paper: Any) -> list[Any] | None:
    """What differs from the version before; None for the first."""
    rows = LetterVersion.objects.for_organ(version.organ_id)
    before = rows.filter(letter=version.letter_id, number=version.number - 1).first()
    return differences(paper_in(before), paper) if before else None


def _history(letter: Letter) -> dict[str, Any]:
    mine = {"letter": letter}
    organ = letter.organ_id
    versions = list(LetterVersion.objects.for_organ(organ).filter(**mine).order_by("-number"))
    scans = list(SealedScan.objects.for_organ(organ).filter(**mine).select_related("file"))
    sent = list(Dispatch.objects.for_organ(organ).filter(**mine))
    gone = LetterVoid.objects.for_organ(organ).filter(**mine).first()
    acts: list[Any] = [*versions, *scans, *sent, *([gone] if gone else [])]
    by = {one: getattr(one, "made_by", "") or one.by for one in acts}
    people = Person.objects.for_organ(organ).filter(pk__in=set(by.values()) - {"system"})
    names = {str(one.pk): one.name for one in people}
    for one in acts:
        one.maker = names.get(by[one], "系统")
    return {"versions": versions, "scans": scans, "sent": sent, "void": gone}


def _acts(actor: Actor, letter: Letter, now: str) -> dict[str, Any]:
    """The forms that this actor may use as the letter stands now."""
    today, seen = timezone.localdate(), {"seen": letter.version}
    is_open = now in {"draft", "issued", "bound"}
    may_draft = providers.may_draft(actor, letter.subject) and is_open
    may_send = actor.may("letters.send") and is_open
    provider, _ = providers.find(letter.subject)
    out: dict[str, Any] = {"may_redraft": may_draft}
    if may_send and now == "draft":
        # A letter dated ahead while it was drafted gets the day on which it is issued.
        out["issue_words"] = "编号" if letter.document and letter.document.series else "定稿"
        out["issue_form"] = IssueForm(initial=seen | {"on": min(letter.on, today)}, prefix="issue")
    if may_draft and now != "draft" and letter.sealed:
        out["scan_form"] = ScanForm(initial=seen, prefix="scan")
    if may_send and now != "draft" and provider and not provider.trial:
        out["dispatch_form"] = DispatchForm(initial=seen | {"on": today}, prefix="dispatch")
    if may_send:
        out["void_form"] = VoidForm(initial=seen, prefix="void")
    return out
