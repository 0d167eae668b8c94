"""From names to exit status: counts, progress, where there is colour."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from gongkai.cli.examine import Examination, Outcome, Style
from gongkai.cli.session import Bar, Tally, examine, style_for, tell


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        ([Outcome("a", reports=1)], 0),
        ([Outcome("a", reports=1, counts={"warning": 3})], 0),
        ([Outcome("a", reports=1, wrong=1), Outcome("b", reports=1)], 1),
        ([Outcome("a", reports=1, wrong=1), Outcome("b", code="empty", message="空。")], 2),
    ],
)
def test_the_status_follows_from_the_counts(outcomes: list[Outcome], status: int) -> None:
    tally = Tally()
    for outcome in outcomes:
        tally.add(outcome)
    assert tally.status == status


def test_the_last_line_counts_files_reports_and_findings() -> None:
    tally = Tally()
    tally.add(Outcome("a", reports=2, wrong=1, counts={"error": 3, "notice": 1}))
    tally.add(Outcome("b", code="empty", message="空。"))
    assert tally.words(checking=True) == (
        "共 2 个文件，2 份报告；1 份没有错误，1 份有错误；错误 3 处、警告 0 处、提示 1 处；1 个文件读不了。"
    )
    assert tally.words(checking=False) == "共 2 个文件，2 份报告；1 个文件读不了。"


def test_the_bar_shows_only_on_a_terminal_and_for_several_files() -> None:
    several, one, pipe = Terminal(), Terminal(), io.StringIO()
    for bar in (Bar(2, several), Bar(1, one), Bar(2, pipe)):
        bar.show(1)
        bar.clear()
    assert "1/2" in several.getvalue()
    assert several.getvalue().endswith("\r\x1b[K")
    assert one.getvalue() == pipe.getvalue() == ""


def test_colour_needs_a_terminal_that_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert style_for(as_json=False, full=None, files=1).colour
    assert not style_for(as_json=True, full=None, files=1).colour
    monkeypatch.setenv("NO_COLOR", "1")
    assert not style_for(as_json=False, full=None, files=1).colour
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.delenv("NO_COLOR")
    assert not style_for(as_json=False, full=None, files=1).colour


def test_many_files_get_no_tables_unless_asked_for() -> None:
    briefs = [
        style_for(as_json=False, full=full, files=n).brief
        for full, n in ((None, 5), (None, 6), (True, 6), (False, 1))
    ]
    assert briefs == [False, True, False, True]


def test_a_failure_goes_to_standard_error_and_json_to_standard_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = str(tmp_path / "none.html")
    assert examine([name], Examination(checking=True), jobs=1) == 2
    person = capsys.readouterr()
    assert examine([name], Examination(checking=True, style=Style(as_json=True)), jobs=1) == 2
    machine = capsys.readouterr()
    assert person.err.startswith(f"{name}：")
    tell(Outcome(name, '{"error": {}}\n', "not_found", "找不到文件。"), as_json=False)
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"{name}：找不到文件。\n")
    assert machine.err == ""
    assert '"code": "not_found"' in machine.out
