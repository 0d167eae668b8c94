"""What is signed is the text; number and day come later, everything else holds the letter."""

from __future__ import annotations

import datetime as dt

import pytest

from gongkai.letters.paper import parts
from gongkai.values.errors import NotAllowed
from gongkai.web.letters.actions.draft import redraft
from gongkai.web.letters.shown import paper_in
from gongkai.web.letters.standing import present
from gongkai.web.replies.reviewing import KEY, LETTERS, content_of, lacks, needs_review, review_of
from gongkai.web.review.kinds import NoContent, kind
from tests.web.applications.lives import NAME
from tests.web.offices import Office
from tests.web.replies.desk import LATER, NOON, applied, numbered, signed, typed, written


def test_everything_but_number_and_day_is_covered(bureau: Office) -> None:
    letter = written(bureau, applied(bureau))
    content = content_of(letter, present(letter))
    shown = {text for _, text in content.facts} | {t for p in content.parts for t in p.paragraphs}
    left = {place for place, text in parts(paper_in(present(letter))) if text and text not in shown}
    assert left == {"发文字号", "成文日期"}
    assert NAME not in content.title
    assert kind(KEY) is LETTERS


def test_nothing_goes_out_unsigned(bureau: Office) -> None:
    letter = written(bureau, applied(bureau))
    assert "还没有送审" in lacks(letter)
    with pytest.raises(NotAllowed, match="还没有送审"):
        numbered(bureau, letter)
    signed(bureau, letter, secrecy=False)
    with pytest.raises(NotAllowed, match="保密审查还没有签署"):
        numbered(bureau, letter)


def test_the_number_changes_nothing_that_was_signed(bureau: Office) -> None:
    letter = signed(bureau, written(bureau, applied(bureau)))
    assert lacks(letter) == ""
    after = numbered(bureau, letter)
    assert after.digest != letter.digest
    assert lacks(after) == ""
    file = review_of(after)
    assert file is not None
    assert file.review.released is not None


def test_control_another_word_after_signing_holds_it(bureau: Office) -> None:
    letter = signed(bureau, written(bureau, applied(bureau)))
    changed = redraft(
        bureau.actor("handler"), letter, typed("D13", reasons="另写的理由。"), on=LATER, seen=1, now=NOON
    )
    assert "与送审的不一致" in lacks(changed)
    with pytest.raises(NotAllowed, match="重新送审"):
        numbered(bureau, changed)


def test_another_day_alone_needs_no_new_signature(bureau: Office) -> None:
    letter = signed(bureau, written(bureau, applied(bureau)))
    earlier = numbered(bureau, letter, on=LATER - dt.timedelta(1))
    assert earlier.on == LATER - dt.timedelta(1)


def test_receipts_and_forms_are_not_signed_off(bureau: Office) -> None:
    form = written(bureau, applied(bureau), "F04", file_number="1", files=typed("F04")["files"])
    assert not needs_review(form)
    assert lacks(form) == ""


def test_what_there_is_not(bureau: Office, other_office: Office) -> None:
    letter = written(bureau, applied(bureau))
    for organ, of in (
        (other_office.organ.pk, str(letter.pk)),
        (bureau.organ.pk, "nothing"),
    ):
        with pytest.raises(NoContent):
            LETTERS.content(organ, of)
    assert LETTERS.unit(bureau.organ.pk, str(letter.pk)) == str(bureau.unit.pk)
    assert str(letter.pk) in LETTERS.edited_at(str(letter.pk))
