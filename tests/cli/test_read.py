"""``gongkai read``: data without judgement."""

from __future__ import annotations

from pathlib import Path

from gongkai.report.samples.shelf import samples
from tests.cli.files import command, objects, report_html


def test_a_wrong_report_is_read_without_findings_and_status_0(tmp_path: Path) -> None:
    path = tmp_path / "wrong.html"
    path.write_text(report_html(new=2, total=3), encoding="utf-8")
    result = command("read", path, "--json")
    (value,) = objects(result)
    assert result.returncode == 0
    assert value["findings"] == []
    assert value["tables"]["applications"]["newly_received"]["total"] == 3


def test_status_2_where_a_file_cannot_be_read(tmp_path: Path) -> None:
    assert command("read", tmp_path / "none.html", "--json").returncode == 2


def test_an_empty_directory_is_told(tmp_path: Path) -> None:
    result = command("read", tmp_path)
    assert result.returncode == 2
    assert "没有找到可以读的文件" in result.stderr.decode()


def test_every_sample_is_read_with_its_three_tables(tmp_path: Path) -> None:
    for sample in samples():
        (tmp_path / sample.file).write_bytes(sample.data())
    values = objects(command("read", tmp_path, "--json"))
    assert len(values) == len(samples())
    for value in values:
        assert all(value["tables"].values()), value["source"]["file"]


def test_a_file_with_two_reports_prints_two_objects(tmp_path: Path) -> None:
    path = tmp_path / "two.json"
    one = command("read", "-", "--json", data=report_html(year=2023).encode()).stdout
    two = command("read", "-", "--json", data=report_html(year=2024).encode()).stdout
    path.write_bytes(one + two)
    values = objects(command("read", path, "--json"))
    assert [(value["year"], value["part"]) for value in values] == [
        (2023, {"index": 1, "of": 2}),
        (2024, {"index": 2, "of": 2}),
    ]
