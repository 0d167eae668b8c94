"""``-o``: what was found becomes a file."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from gongkai.cli.keeping import keep, kind_of
from gongkai.values.errors import FileError
from tests.cli.files import command, report_html
from tests.report.papers.found import two_years


def test_the_extension_says_the_format() -> None:
    assert [kind_of(name) for name in ("a.HTML", "b.htm", "c.pdf")] == ["html", "html", "pdf"]
    with pytest.raises(click.UsageError, match="扩展名"):
        kind_of("a.docx")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="写不进去"):
        keep(two_years(), str(tmp_path / "nowhere" / "a.html"))


def test_compare_and_rollup_keep_a_page_with_charts(tmp_path: Path) -> None:
    for name, year, new in (("a", 2023, 5), ("b", 2024, 12)):
        (tmp_path / f"{name}.html").write_text(report_html(year, new=new), encoding="utf-8")
    names = [tmp_path / "a.html", tmp_path / "b.html"]
    assert command("compare", *names, "-o", tmp_path / "c.html").returncode == 0
    assert "<svg" in (tmp_path / "c.html").read_text(encoding="utf-8")
    assert command("rollup", names[1], "-o", tmp_path / "r.json").returncode == 0
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["year"] == 2024
    wrong = command("compare", *names, "-o", tmp_path / "c.docx")
    assert wrong.returncode == 2
    assert "扩展名" in wrong.stderr.decode()
