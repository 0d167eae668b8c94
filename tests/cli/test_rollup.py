"""``gongkai rollup``: the interface that other programs rely on, and the page for a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.cli.rollup import names_of
from tests.cli.files import command, objects, report_html

KEY = "applications.newly_received.total"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two districts in a folder, the city's report, one too small, and a list of names."""
    (tmp_path / "区").mkdir()
    for name, new in (("甲", 2), ("乙", 3)):
        page = report_html(new=new, organ=f"临溪市{name}区司法局")
        (tmp_path / "区" / f"{name}.html").write_text(page, encoding="utf-8")
    (tmp_path / "市.html").write_text(report_html(new=12), encoding="utf-8")
    (tmp_path / "少.html").write_text(report_html(new=4), encoding="utf-8")
    (tmp_path / "名单.txt").write_text(
        "临溪市甲区司法局\n临溪市乙区司法局\n临溪市丙区司法局\n", encoding="utf-8"
    )
    return tmp_path


def test_json_is_the_interface(folder: Path) -> None:
    result = command("rollup", folder / "区", "--json")
    (value,) = objects(result)
    assert result.returncode == 0
    assert {"own", "children", "sum", "bounds", "missing", "findings"} <= set(value)
    assert value["own"] is None
    assert value["sum"][KEY] == 5
    assert value["bounds"][KEY] == [5, 5]


def test_missing_ones_are_named_from_a_list(folder: Path) -> None:
    line = ["rollup", folder / "区", "--own", folder / "市.html", "--expected", folder / "名单.txt", "--json"]
    (value,) = objects(command(*line))
    assert value["missing"] == ["临溪市丙区司法局"]
    assert value["bounds"][KEY] == [5, 12]


def test_status_1_where_children_exceed_the_report_above(folder: Path) -> None:
    result = command("rollup", folder / "区", "--own", folder / "少.html", "--json")
    assert result.returncode == 1
    assert {f["code"] for f in objects(result)[0]["findings"] if f["severity"] == "error"} == {"R801"}
    assert command("rollup", folder / "区", "--own", folder / "少.html", "--own-alone").returncode == 0


def test_status_2_and_a_missing_child_where_a_file_cannot_be_read(folder: Path) -> None:
    (folder / "区" / "丙.html").write_bytes(b"")
    result = command("rollup", folder / "区", "--json")
    assert result.returncode == 2
    failure, value = objects(result)
    assert "error" in failure
    assert len(value["missing"]) == 1
    assert value["bounds"][KEY] == [5, None]


def test_exceptions_stand_before_the_sums(folder: Path) -> None:
    text = command(
        "rollup", folder / "区", "--expected", "临溪市甲区司法局", "临溪市丁区司法局"
    ).stdout.decode()
    assert text.index("缺 1 份：临溪市丁区司法局。") < text.index("R802") < text.index("下级合计")
    assert "不少于 5" in text


def test_names_and_files_of_names(tmp_path: Path) -> None:
    (tmp_path / "名单").write_text("甲局\n乙局", encoding="utf-8")
    assert names_of(("丙局", str(tmp_path / "名单"))) == ["丙局", "甲局", "乙局"]


def test_a_list_that_is_no_text_is_refused(tmp_path: Path) -> None:
    import click

    (tmp_path / "名单").write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(click.UsageError, match="读不了"):
        names_of((str(tmp_path / "名单"),))
