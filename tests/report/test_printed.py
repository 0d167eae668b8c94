"""The words that our files print in a cell are values to the reader, and no label of any form."""

from __future__ import annotations

from gongkai.press.marks import MADE_BY
from gongkai.report.printed import NOT_PRINTED, UNSETTLED
from gongkai.report.reader.normal import fold, value
from gongkai.tables.form import EDITIONS, form


def test_the_words_are_values_and_differ() -> None:
    assert value(NOT_PRINTED) is not None
    assert value(UNSETTLED) is not None
    assert len({NOT_PRINTED, UNSETTLED, MADE_BY}) == 3


def test_no_label_of_a_form_is_such_a_word() -> None:
    parts = [p for e in EDITIONS for t in form(e).tables for p in (*t.rows, *t.columns, *t.groups)]
    wordings = {fold(wording) for part in parts for wording in part.wordings}
    assert wordings
    assert not wordings & {fold(NOT_PRINTED), fold(UNSETTLED)}
