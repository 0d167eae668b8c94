"""Letters of applications as a kind of content under review: the words, whatever their number and day.

A letter gets number and day when it is issued, after everybody has signed. So the fingerprint covers all its
texts but these two; where another day would change the text itself (a last day, a name), the fingerprint is
another one and the letter is held.

Source: 条例 art. 17; decision 0024 (a signature names what was shown), 0026 (number on issuing).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from uuid import UUID

from gongkai.letters.paper import Paper, parts
from gongkai.web.letters.models import Letter, LetterVersion
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.replies import sorts
from gongkai.web.replies.enclosures import KIND, enclosed
from gongkai.web.replies.facts import PREFIX
from gongkai.web.review.core.chain import Demand
from gongkai.web.review.core.content import Content, Part
from gongkai.web.review.core.gate import missing
from gongkai.web.review.kinds import Sort, register, row_of, unit_of
from gongkai.web.review.ledger import File, latest

KEY = KIND
ON_ISSUING = {"发文字号", "成文日期"}
"""Places that are filled when a letter is issued: no signature covers them."""
UNNUMBERED = "（文号）"
"""Stands for the number of the letter where its own text names it."""


def content_of(letter: Letter, version: LetterVersion) -> Content:
    """What reviewers see and sign of a version."""
    return _content(letter, paper_in(version))


def _content(letter: Letter, paper: Paper) -> Content:
    # A reply slip names the letter by its number: it is printed there once the letter has one.
    unnumbered = [(place, text.replace(paper.number, UNNUMBERED) if paper.number else text)
                  for place, text in parts(paper)]  # fmt: skip
    told = [(place, text) for place, text in unnumbered if text and place not in ON_ISSUING]
    facts = tuple((place, text) for place, text in told if not place.startswith(("正文", "附件“")))
    body = tuple(text for place, text in told if place.startswith("正文"))
    sheets = tuple(text for place, text in told if place.startswith("附件“"))
    shown = [Part("正文", body)] + ([Part("附页", sheets)] if sheets else [])
    number = letter.subject.partition("/")[2]
    return Content(f"{letter.title}（申请{number}）", facts, tuple(shown), enclosed(letter))


class ApplicationLetters:
    """The letters of the applications of an organ."""

    key = KEY
    name = "依申请公开文书"
    right = "applications.read"

    def content(self, organ_id: UUID, of: str) -> Content:
        """Its present version; raises :class:`NoContent`."""
        letter = self.letter(organ_id, of)
        return content_of(letter, present(letter))

    def letter(self, organ_id: UUID, of: str) -> Letter:
        """The letter of that id in that organ, of an application; raises :class:`NoContent`."""
        rows = Letter.objects.for_organ(organ_id).filter(subject__startswith=f"{PREFIX}/")
        found: Letter = row_of(rows, of)
        return found

    def unit(self, organ_id: UUID, of: str) -> str:
        """The unit of who drafted it."""
        return unit_of(organ_id, self.letter(organ_id, of).drafted_by)

    def edited_at(self, of: str) -> str:
        """Its page."""
        return f"/office/letters/{of}/"

    def sorts(self) -> tuple[Sort, ...]:
        """Every letter that is reviewed."""
        return sorts.sorts()

    def sort(self, organ_id: UUID, of: str) -> str:
        """Its kind of document, unless it goes by the chain of letters in general."""
        return sorts.sort_of(self.letter(organ_id, of))

    def demands(self, organ_id: UUID, day: dt.date) -> Mapping[str, Demand]:
        """What the chain of each may not do without."""
        return sorts.demands(organ_id, day)


LETTERS = ApplicationLetters()


def review_of(letter: Letter) -> File | None:
    """The latest review of a letter; None where it was never submitted."""
    return latest(letter.organ_id, KEY, str(letter.pk))


def needs_review(letter: Letter) -> bool:
    """Whether the letter goes out only when everybody has signed."""
    return letter.kind not in sorts.WITHOUT


def lacks(letter: Letter) -> str:
    """What keeps the letter from being issued or sent, as a sentence; "" where everything is signed.

    Once issued, what was signed then must still be what the letter says.
    """
    if not needs_review(letter):
        return ""
    file = review_of(letter)
    content = LETTERS.content(letter.organ_id, str(letter.pk))
    if file is None:
        return "这份文书还没有送审。请先送审，各环节和保密审查都签署以后再办理。"
    review = file.review
    if not content.matches(review.hash):
        return "文书的文字（或者随附的文件）与送审的不一致，请重新送审。"
    if review.released is not None and review.withdrawn is None:
        return ""
    return "".join(missing(review, review.hash))


def register_letters() -> None:
    """Make the kind known to the review."""
    register(LETTERS)
