"""The letters that an applicant finds on the page of his case: those to him that were sent and not voided.

Source: 条例 art. 40; point A24; security check C41.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from gongkai.web.applications.files import subject_of
from gongkai.web.applications.models import Application
from gongkai.web.attachments.models import Attachment
from gongkai.web.letters.models import Dispatch, Letter
from gongkai.web.letters.standing import SENT, letters_of, outgoing, standing_is
from gongkai.web.replies.enclosures import files_of


@dataclass(frozen=True, slots=True)
class Mail:
    """A letter that was sent: the day, and its files; the first is the letter itself. No files: on paper."""

    letter: Letter
    on: dt.date
    files: tuple[Attachment, ...]

    @property
    def is_reply(self) -> bool:
        """Whether it tells a decision."""
        return bool(self.letter.document and "decided" in self.letter.document.events)


def mail_of(application: Application) -> list[Mail]:
    """The letters to the applicant in the order in which they went out."""
    mine = letters_of(application.organ_id).filter(subject=subject_of(application))
    rows = mine.filter(standing_is(SENT))
    sent = Dispatch.objects.for_organ(application.organ_id).filter(letter__in=rows)
    days: dict[object, dt.date] = {}
    for row in sent.order_by("on"):
        days.setdefault(row.letter_id, row.on)
    found = []
    for letter in rows.select_related("organ"):
        if letter.document is None or letter.document.to != "applicant":
            continue
        first = outgoing(letter)
        files = (first, *files_of(letter)) if first else ()
        found.append(Mail(letter, days[letter.pk], files))
    return sorted(found, key=lambda mail: (mail.on, mail.letter.drafted_at))
