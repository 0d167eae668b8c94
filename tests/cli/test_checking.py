"""What the options of ``gongkai check`` mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.cli.checking import Beside, Request, beside, examine_request
from gongkai.cli.examine import Examination, Style
from gongkai.values.errors import Refused
from tests.cli.files import report_html


@pytest.fixture
def good(tmp_path: Path) -> str:
    """The name of a report."""
    path = tmp_path / "good.html"
    path.write_text(report_html(), encoding="utf-8")
    return str(path)


def test_reports_beside_come_in_order_and_missing_ones_are_named(good: str, tmp_path: Path) -> None:
    reader = Examination(checking=False, style=Style(as_json=True))
    none = str(tmp_path / "none.html")
    got = beside([good, none, good], reader, Request((good,), jobs=1))
    assert [report["year"] for report in got.reports] == [2024, 2024]
    assert got.missing == (none,)


def test_nothing_beside_starts_no_worker(good: str) -> None:
    assert beside([], Examination(checking=False), Request((good,))) == Beside()


def test_a_request_compares_only_where_it_names_other_reports(good: str) -> None:
    assert not Request((good,)).compares
    assert Request((good,), previous=good).compares
    assert Request((good,), children=(good,)).compares


def test_without_its_dispositions_nothing_is_checked(good: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused):
        examine_request(Request((good,), dispositions="none.toml"))
    assert capsys.readouterr().out == ""


def test_the_status_is_given_back(good: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert examine_request(Request((good,), as_json=True, jobs=1)) == 0
    assert capsys.readouterr().out.count("\n") == 1
