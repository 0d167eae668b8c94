"""``gongkai compare``: the interface that other programs rely on, and the page for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.files import command, objects, report_html


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two years that fit, a last year that does not, and a file that is none."""
    (tmp_path / "this.html").write_text(report_html(2024, new=12), encoding="utf-8")
    (tmp_path / "last.html").write_text(report_html(2023, new=5), encoding="utf-8")
    (tmp_path / "open.html").write_text(report_html(2023, new=5, forward=1), encoding="utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    return tmp_path


def test_json_is_the_interface(folder: Path) -> None:
    result = command("compare", folder / "last.html", folder / "this.html", "--json")
    (value,) = objects(result)
    assert result.returncode == 0
    cell = next(c for c in value["cells"] if c["path"] == ["applications", "newly_received", "total"])
    assert (cell["a"], cell["b"], cell["change"]) == (5, 12, 7)
    assert [set(s) >= {"chapter", "ratio"} for s in value["similarity"]] == [True] * 6
    assert value["findings"] == []


def test_status_1_where_the_years_do_not_fit(folder: Path) -> None:
    result = command("compare", folder / "open.html", folder / "this.html", "--json")
    assert result.returncode == 1
    assert {f["code"] for f in objects(result)[0]["findings"]} == {"R701"}


def test_status_2_where_a_file_cannot_be_read(folder: Path) -> None:
    result = command("compare", folder / "empty.html", folder / "this.html", "--json")
    assert result.returncode == 2
    assert "error" in objects(result)[0]


def test_the_page_tells_changes_and_prose(folder: Path) -> None:
    text = command("compare", folder / "last.html", folder / "this.html").stdout.decode()
    assert "数字：共 200 格，6 格不同，194 格相同。" in text
    assert "+7" in text
    assert text.index("+7") < text.index("正文的相似程度") < text.index("没有发现问题。")


def test_among_takes_folders(folder: Path) -> None:
    result = command("compare", folder / "last.html", folder / "this.html", "--among", folder, "--json")
    assert result.returncode == 2, "the folder holds a file that cannot be read"
    assert "similarity" in objects(result)[-1]


def test_help_is_chinese() -> None:
    text = command("compare", "--help").stdout.decode()
    assert "--among" in text
    assert "用法：" in text


def test_three_reports_stand_in_a_row(folder: Path) -> None:
    names = [folder / name for name in ("open.html", "last.html", "this.html")]
    (value,) = objects(command("compare", *names, "--json"))
    cell = next(c for c in value["cells"] if c["path"] == ["applications", "newly_received", "total"])
    assert cell["values"] == [5, 5, 12]


def test_one_report_is_too_few(folder: Path) -> None:
    result = command("compare", folder / "this.html")
    assert result.returncode == 2
    assert "至少要写两份报告" in result.stderr.decode()
