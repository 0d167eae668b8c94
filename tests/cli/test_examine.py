"""One file: read, checked, put into words, counted."""

from __future__ import annotations

import json
import pickle
from datetime import date
from pathlib import Path

import pytest

from gongkai.cli.examine import Examination, Outcome, Style, before, dismissed, line
from gongkai.report.checks.dispositions import Disposition, State
from gongkai.report.document import AnnualReport, Source
from gongkai.values.errors import Refused
from tests.cli.files import report_html

JSON = Style(as_json=True)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A report whose total of new applications does not add up."""
    path = tmp_path / "甲.html"
    path.write_text(report_html(new=2, total=3), encoding="utf-8")
    return path


def examined(path: Path, **options: object) -> Outcome:
    return Examination(checking=True, style=JSON, **options).prepare()(str(path))  # type: ignore[arg-type]


def decision(key: list[str], state: State) -> Disposition:
    return Disposition(tuple(key), state, "已与原件核对", "张三", date(2025, 3, 1))


def test_reading_gives_no_findings_and_checking_does(wrong: Path) -> None:
    read = Examination(checking=False, style=JSON).prepare()(str(wrong))
    checked = examined(wrong)
    assert json.loads(read.text)["findings"] == []
    assert (read.wrong, checked.wrong, checked.reports) == (0, 1, 1)
    assert checked.counts["error"] == sum(
        finding["severity"] == "error" for finding in json.loads(checked.text)["findings"]
    )


def test_the_plan_travels_to_a_worker_of_any_kind(wrong: Path) -> None:
    plan = Examination(checking=True, style=JSON, previous=(json.loads(examined(wrong).text),))
    assert pickle.loads(pickle.dumps(plan)).prepare()(str(wrong)).reports == 1


def test_a_dismissed_error_counts_no_more_but_is_still_told(wrong: Path) -> None:
    errors = [f for f in json.loads(examined(wrong).text)["findings"] if f["severity"] == "error"]
    decisions = tuple(decision(finding["key"], State.DISMISSED) for finding in errors)
    outcome = examined(wrong, dispositions=decisions)
    assert (outcome.wrong, outcome.counts.get("error", 0), outcome.stale) == (0, 0, 0)
    told = [f for f in json.loads(outcome.text)["findings"] if f["severity"] == "error"]
    assert [finding["disposition"]["state"] for finding in told] == ["dismissed"] * len(errors)


def test_a_confirmed_error_stays_an_error(wrong: Path) -> None:
    error = next(f for f in json.loads(examined(wrong).text)["findings"] if f["severity"] == "error")
    outcome = examined(wrong, dispositions=(decision(error["key"], State.CONFIRMED),))
    assert outcome.wrong == 1


def test_a_decision_about_another_value_is_stale(wrong: Path) -> None:
    error = next(f for f in json.loads(examined(wrong).text)["findings"] if f["severity"] == "error")
    other = [*error["key"][:-1], "999"]
    outcome = examined(wrong, dispositions=(decision(other, State.DISMISSED),))
    assert (outcome.wrong, outcome.stale) == (1, 1)


def test_a_file_that_cannot_be_read_is_refused_with_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "空.html"
    path.write_bytes(b"")
    outcome = examined(path)
    value = json.loads(outcome.text)
    assert outcome.failed
    assert set(value) == {"source", "error"}
    assert len(value["source"]["sha256"]) == 64
    assert value["error"] == {"code": "empty", "message": outcome.message}


def test_a_file_that_is_not_there_is_left_to_the_batch(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        examined(tmp_path / "none.html")


def test_of_several_parts_the_year_before_is_taken() -> None:
    source = Source("a", "txt", "0")
    years = tuple(AnnualReport(source, year=year) for year in (2021, 2022, 2023))
    assert before(AnnualReport(source, year=2023), years) == years[1]
    assert before(AnnualReport(source), years) == years[0]
    assert before(AnnualReport(source, year=2023), ()) is None


def test_nothing_that_steers_a_terminal_or_cuts_a_line_is_printed_raw() -> None:
    text = "\x1b[2J\x9b31m\u2028\x7f公开"
    assert json.loads(line({"t": text})) == {"t": text}
    assert line({"t": text}).isprintable() is False  # the newline at its end
    assert line({"t": text})[:-1].isprintable()


def test_nobody_dismissed_what_nobody_decided() -> None:
    assert not dismissed(None)
    assert dismissed(decision(["R1"], State.DISMISSED))
    assert not dismissed(decision(["R1"], State.CORRECTED))
