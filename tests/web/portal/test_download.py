"""The result as a file: our own form and nothing else comes out."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest

from gongkai.values.errors import OverLimit, Refused
from gongkai.web.portal import download
from gongkai.web.portal.answer import Answer
from gongkai.web.portal.download import attachment, reports_in

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


def test_control_the_right_shape_is_taken() -> None:
    assert reports_in(LINE) == [REPORT]
