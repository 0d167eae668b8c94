"""What a page still showed of a case is not written back once its personal data were erased."""

from __future__ import annotations

import pytest

from gongkai.values.errors import NotAllowed
from gongkai.web.entries.row import Taken
from gongkai.web.letters.actions.draft import draft, redraft
from gongkai.web.letters.models import Letter, LetterVersion
from gongkai.web.replies.actions.correct import correct
from gongkai.web.replies.actions.erase import erase
from gongkai.web.replies.erased import open_to_write
from gongkai.web.replies.facts import subject_of
from gongkai.web.replies.models import Correction
from tests.web.applications.lives import NAME
from tests.web.offices import Office
from tests.web.replies.actions.test_erase import AFTER, archived
from tests.web.replies.desk import LATER, typed, written


def test_no_letter_is_written_any_more(bureau: Office) -> None:
    one, clerk = archived(bureau), bureau.actor("handler")
    sent = Letter.objects.for_organ(bureau.organ).get()
    begun, facts = written(bureau, one), typed("D13", applicant=NAME)
    open_to_write(sent)
    erase(bureau.actor("office_head"), one, "档案鉴定销毁批准", AFTER)
    before = LetterVersion.objects.for_organ(bureau.organ).count()
    with pytest.raises(NotAllowed, match="已经清除"):
        redraft(clerk, begun, facts, on=LATER, seen=1, now=AFTER)
    with pytest.raises(NotAllowed, match="已经清除"):
        draft(clerk, subject_of(one), "D13", facts, on=LATER, now=AFTER)
    with pytest.raises(NotAllowed, match="已经清除"):
        correct(clerk, sent, "甲", "乙", on=LATER, seen=0, now=AFTER)
    assert LetterVersion.objects.for_organ(bureau.organ).count() == before
    assert not Correction.objects.for_organ(bureau.organ).exists()


def test_control_another_case_is_open(bureau: Office) -> None:
    one, other = archived(bureau), archived(bureau)
    letter = Letter.objects.for_organ(bureau.organ).get(subject=subject_of(other))
    erase(bureau.actor("office_head"), one, "档案鉴定销毁批准", AFTER)
    open_to_write(letter)
    clerk = bureau.actor("handler")
    with pytest.raises(Taken):
        correct(clerk, letter, "甲", "乙", on=LATER, seen=1, now=AFTER)
    assert correct(clerk, letter, "甲", "乙", on=LATER, seen=0, now=AFTER).version == 1
