"""Where a letter stands, and what goes out: computed from its facts, for lists, pages and other apps.

What goes out of a document with a seal is the scan (or the file with the electronic seal) bound to the
present text; on paper it is the paper itself, whose dispatch is recorded. Everything else stays in.

Source: 条例 art. 40; design decision 7; security check C41.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from gongkai.web.attachments.models import Attachment
from gongkai.web.letters import providers
from gongkai.web.letters.models import Dispatch, Letter, LetterVersion, LetterVoid, SealedScan
from gongkai.web.organs.models import Organ

DRAFT, ISSUED, BOUND, SENT, VOID = "draft", "issued", "bound", "sent", "void"
STANDINGS = {
    DRAFT: "草稿",
    ISSUED: "已编号（定稿），未用印",
    BOUND: "已用印，未发出",
    SENT: "已发出",
    VOID: "作废",
}
FINAL = "已定稿，未发出"


def letters_of(organ: Organ | UUID | None) -> QuerySet[Letter]:
    """The letters of an organ, each with ``is_bound``, ``is_sent`` and ``is_void``."""
    mine = {"letter": OuterRef("pk"), "digest": OuterRef("digest")}
    return Letter.objects.for_organ(organ).annotate(
        is_bound=Exists(SealedScan.objects.for_organ(organ).filter(**mine)),
        is_sent=Exists(Dispatch.objects.for_organ(organ).filter(letter=OuterRef("pk"))),
        is_void=Exists(LetterVoid.objects.for_organ(organ).filter(letter=OuterRef("pk"))),
    )


def standing(letter: Any) -> str:
    """One of :data:`STANDINGS`, for a row of :func:`letters_of`."""
    if letter.is_void:
        return VOID
    if letter.is_sent:
        return SENT
    if letter.issued_at is None:
        return DRAFT
    return BOUND if letter.is_bound else ISSUED


def standing_words(letter: Any) -> str:
    """Where a row of :func:`letters_of` stands, in Chinese; a document without seal waits for none."""
    found = standing(letter)
    return FINAL if found == ISSUED and not letter.sealed else STANDINGS[found]


def standing_is(value: str) -> Q:
    """The same as a condition on the rows of :func:`letters_of`."""
    if value == VOID:
        return Q(is_void=True)
    left = Q(is_void=False)
    if value == SENT:
        return left & Q(is_sent=True)
    left &= Q(is_sent=False)
    if value == DRAFT:
        return left & Q(issued_at=None)
    return left & Q(issued_at__isnull=False, is_bound=value == BOUND)


def present(letter: Letter) -> LetterVersion:
    """The present version."""
    rows = LetterVersion.objects.for_organ(letter.organ_id)
    one: LetterVersion = rows.select_related("organ", "pdf", "docx").get(letter=letter, number=letter.version)
    return one


def bound_scan(letter: Letter) -> SealedScan | None:
    """The scan bound to the present text, the last one where there are several; None where there is none."""
    rows = SealedScan.objects.for_organ(letter.organ_id).select_related("file")
    one: SealedScan | None = rows.filter(letter=letter, digest=letter.digest).last()
    return one


def went_out(letter: Letter, *ways: str) -> bool:
    """Whether the letter was sent, by one of these ways or by any."""
    rows = Dispatch.objects.for_organ(letter.organ_id).filter(letter=letter)
    return bool((rows.filter(way__in=ways) if ways else rows).exists())


def is_void(letter: Letter) -> bool:
    """Whether the letter was voided."""
    return bool(LetterVoid.objects.for_organ(letter.organ_id).filter(letter=letter).exists())


def held_back(letter: Letter) -> str:
    """Why the letter may not be sent at all, as a sentence; "" where nothing but a seal may be missing."""
    provider, _ = providers.provider_of(letter.subject)
    if provider.trial:
        return "试制的文书只供试用，不发出。"
    if is_void(letter):
        return "这份文书已经作废，不能发出。"
    if letter.issued_at is None:
        return "这份文书还没有编号（定稿），不能发出。"
    return provider.holds(letter)


def why_not(letter: Letter) -> str:
    """Why the letter may not go out now, as a sentence; "" where it may."""
    if why := held_back(letter):
        return why
    paper = Dispatch.objects.for_organ(letter.organ_id).filter(
        letter=letter, digest=letter.digest, way="paper"
    )
    if letter.sealed and bound_scan(letter) is None and not paper.exists():
        return "还没有与现行文字对应的盖章扫描件（电子印章文件），也没有登记纸质发出，不能发出。"
    return ""


def may_go_out(letter: Letter) -> bool:
    """Whether the letter may go out: a sealed one with its scan bound, or already sent on paper."""
    return not why_not(letter)


def outgoing(letter: Letter) -> Attachment | None:
    """The file that goes out: the bound scan, for a document without seal its PDF; None while it may not.

    None as well for what was sent on paper alone: there is no file of it.
    """
    if why_not(letter):
        return None
    if letter.sealed:
        scan = bound_scan(letter)
        return scan.file if scan else None
    return present(letter).pdf
