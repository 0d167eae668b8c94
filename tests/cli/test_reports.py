"""Reports read before anything is said about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.cli.reports import read_all, status_of
from gongkai.values.findings import Finding, Severity, Where
from tests.cli.files import report_html


def test_files_keep_their_order_and_failures_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.html").write_text(report_html(), encoding="utf-8")
    (tmp_path / "b.html").write_bytes(b"")
    found = read_all([str(tmp_path / "b.html"), str(tmp_path / "a.html")], False, 1)
    assert [len(reports) for reports in found.by_file] == [0, 1]
    assert len(found.reports) == 1
    assert [Path(name).name for name in found.unreadable] == ["b.html"]
    assert "b.html" in capsys.readouterr().err


def test_findings_come_along_where_asked(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(report_html(new=2, total=3), encoding="utf-8")
    name = str(tmp_path / "a.html")
    assert read_all([name], False, 1).reports[0].findings == ()
    assert read_all([name], False, 1, checking=True).reports[0].findings != ()


def test_status_is_that_of_check() -> None:
    def of(severity: Severity) -> Finding:
        return Finding("R1", severity, Where(), None, None, "", "", "")

    assert status_of([]) == 0
    assert status_of([of(Severity.WARNING)]) == 0
    assert status_of([of(Severity.ERROR)]) == 1
    assert status_of([of(Severity.ERROR)], ["a"]) == 2
