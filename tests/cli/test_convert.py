"""``gongkai convert``: the report of any file in the official form, and what is said where that fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gongkai.cli.convert import Conversion
from gongkai.report.reader.reading import open_report
from gongkai.report.writer.formats import FORMATS
from tests.cli.files import command, report_html


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A report on disk with a total that does not add up, as print has it."""
    path = tmp_path / "a.html"
    path.write_text(report_html(new=2, total=3), encoding="utf-8")
    return path


@pytest.mark.parametrize("to", FORMATS)
def test_every_format_is_written_and_reads_back(source: Path, tmp_path: Path, to: str) -> None:
    made = tmp_path / f"out.{to}"
    result = command("convert", source, "--to", to, "-o", made)
    assert result.returncode == 0, result.stderr.decode()
    (before,) = open_report("a.html", source.read_bytes()).reports
    (after,) = open_report(made.name, made.read_bytes()).reports
    assert after.title == before.title
    assert after.value(("applications", "newly_received", "total")) == 3
    tables = [(r.table("proactive"), r.table("applications"), r.table("remedies")) for r in (before, after)]
    first, second = ([dict(t.cells) if t else None for t in found] for found in tables)
    assert first == second


def test_the_extension_says_the_format_and_csv_comes_with_its_dictionary(
    source: Path, tmp_path: Path
) -> None:
    result = command("convert", source, "-o", tmp_path / "数据.csv")
    assert result.returncode == 0
    assert "数据.说明.csv" in result.stderr.decode()
    assert "value_kind" in (tmp_path / "数据.说明.csv").read_text(encoding="utf-8-sig")
    # the dictionary is no report: a walk through the folder passes it over
    walked = command("read", tmp_path, "--json").stdout.decode().splitlines()
    assert sorted(json.loads(line)["source"]["format"] for line in walked) == ["csv", "html"]


def test_standard_streams(source: Path) -> None:
    result = command("convert", "-", "--to", "json", "-o", "-", data=source.read_bytes())
    assert result.returncode == 0
    assert json.loads(result.stdout)["year"] == 2024


def test_several_reports_become_numbered_files(tmp_path: Path) -> None:
    lines = [
        command("read", "-", "--json", data=report_html(year=year).encode()).stdout for year in (2023, 2024)
    ]
    path = tmp_path / "two.json"
    path.write_bytes(b"".join(lines))
    assert command("convert", path, "-o", tmp_path / "out.html").returncode == 0
    assert sorted(p.name for p in tmp_path.glob("out*")) == ["out-1.html", "out-2.html"]
    refusal = command("convert", path, "--to", "html", "-o", "-")
    assert (refusal.returncode, refusal.stdout) == (2, b"")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--to", "odt", "-o", "x.odt"], "没有“odt”这种格式"),
        (["-o", "x"], "看不出要转成哪种格式"),
        (["--to", "html", "-o", "none/x.html"], "写不进去"),
    ],
)
def test_what_cannot_be_done_is_told(source: Path, arguments: list[str], sentence: str) -> None:
    result = command("convert", source, *arguments)
    assert result.returncode == 2
    assert sentence in result.stderr.decode()


def test_the_source_is_never_overwritten(source: Path) -> None:
    before = source.read_bytes()
    result = command("convert", source, "-o", source)
    assert (result.returncode, source.read_bytes()) == (2, before)


def test_a_file_that_is_no_report_gives_no_output(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("会议纪要\n讨论了停车场的问题。\n", encoding="utf-8")
    result = command("convert", path, "-o", tmp_path / "b.html")
    assert result.returncode == 2
    assert "没有从中找到" in result.stderr.decode()
    assert not (tmp_path / "b.html").exists()


def test_doubts_are_told() -> None:
    page = report_html().replace("<td>0</td><td>0</td><td>0</td></tr>", "<td>00</td><td>0</td></tr>")
    made = Conversion("html", stdin=page.encode()).prepare()("-")
    flags = open_report("-", page.encode()).reports[0].flags
    assert flags
    assert made.notes[0] == f"报告有 {len(flags)} 处没有读准，请用 gongkai read 核对后再用。"
