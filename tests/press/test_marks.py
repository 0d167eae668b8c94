"""Our files name their maker, reports and letters alike."""

from gongkai.press.marks import MADE_BY
from gongkai.report.reader import made_here


def test_the_reader_knows_our_files_by_the_mark_that_the_writers_leave() -> None:
    assert MADE_BY == "gongkai"
    assert made_here.MADE_BY is MADE_BY
