"""The result as a file: our own form and nothing else comes out."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest

from gongkai.values.errors import OverLimit, Refused
from gongkai.web.portal import download
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.download import attachment, reports_in, streamed, text_of
from gongkai.web.portal.several import failure_line

REPORT = {"schema": "gongkai/report/1", "source": {}, "tables": {}, "findings": []}
LINE = json.dumps(REPORT)


def test_a_result_comes_out_as_it_went_in(yunzhou: Answer) -> None:
    response = attachment(reports_in(yunzhou.exchange.replace("\n", "\r\n")))
    assert response.content.decode() == yunzhou.exchange
    assert response.headers["Content-Type"].startswith("application/json")
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert "年报体检结果.json" in unquote(response.headers["Content-Disposition"])


def test_a_line_separator_inside_a_text_parts_no_report() -> None:
    assert len(reports_in(json.dumps(REPORT | {"title": "a\u2028b"}, ensure_ascii=False))) == 1


@pytest.mark.parametrize(
    "block",
    [
        "",
        "<script>alert(1)</script>",
        "[]",
        "{}",
        "null",
        LINE + "\n{}",
        json.dumps(REPORT | {"schema": "other"}),
        json.dumps(REPORT | {"tables": 1}),
        "[" * 100_000,
        '{"source": {"file": "a"}, "error": {"message": 1}}',
        '{"source": {"file": "a"}, "error": {"message": "b"}, "more": 1}',
        "\n".join([LINE] * (download.MOST_REPORTS + 1)),
    ],
)
def test_any_other_shape_is_refused(block: str) -> None:
    with pytest.raises(Refused, match="不是体检结果"):
        reports_in(block)


def test_a_block_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "MOST_CHARACTERS", 10)
    with pytest.raises(OverLimit):
        reports_in(LINE)


def test_the_line_of_a_file_that_could_not_be_read_is_taken() -> None:
    failure = failure_line("坏.pdf", "damaged", "读不了。")
    assert text_of(reports_in(LINE + "\n" + failure)) == LINE + "\n" + failure


def test_bytes_are_streamed_as_a_file_that_no_browser_renders() -> None:
    data = bytes(range(256)) * 1000
    response = streamed(data, "年报.html")
    assert b"".join(response) == data
    assert response.headers["Content-Length"] == str(len(data))
    assert response.headers["Content-Disposition"].startswith("attachment;")


def test_control_the_right_shape_is_taken() -> None:
    assert reports_in(LINE) == [REPORT]
