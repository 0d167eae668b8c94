"""Several files: each gets its line, one that cannot be read costs no other."""

from __future__ import annotations

import json

from django.test.utils import override_settings

from gongkai.report.samples.shelf import sample
from gongkai.web.portal.batch import read_all
from gongkai.web.portal.uploads import Upload

GOOD = Upload("好.html", sample("minghu").data())
BAD = Upload("坏.pdf", b"%PDF-1.4 broken")


def told(*uploads: Upload) -> list[str]:
    """The year or the code of the error of each line."""
    lines = [json.loads(line) for line in read_all(uploads).split("\n") if line]
    return [one["error"]["code"] if "error" in one else str(one["year"]) for one in lines]


def test_lines_come_in_the_order_of_the_files() -> None:
    year = told(GOOD)[0]
    assert year.isdecimal()
    assert told(BAD, GOOD, BAD, GOOD) == [told(BAD)[0], year, told(BAD)[0], year]


def test_an_empty_file_among_others_is_told() -> None:
    assert told(Upload("空.txt", b""), GOOD)[0] == "empty"


@override_settings(UPLOAD_FILES=1)
def test_files_beyond_the_number_are_told_and_the_first_are_read() -> None:
    assert told(GOOD, GOOD)[1] == "too_many"


@override_settings(BATCH_SECONDS=0)
def test_what_the_time_does_not_reach_is_told() -> None:
    assert told(GOOD, GOOD) == ["too_late", "too_late"]


@override_settings(UPLOAD_BYTES=100)
def test_a_large_file_among_others_is_told() -> None:
    assert told(GOOD, BAD)[0] == "too_large"
