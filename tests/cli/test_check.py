"""``gongkai check``: the interface that other programs rely on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from gongkai.cli.check import spread
from gongkai.report.schema import schema
from gongkai.report.statements.subjects import vocabulary
from tests.cli.files import command, objects, report_html

VALIDATOR = Draft202012Validator(schema({subject.name: subject.label for subject in vocabulary()}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A right report, a wrong one, last year's, and things that are no reports."""
    (tmp_path / "good.html").write_text(report_html(), encoding="utf-8")
    (tmp_path / "wrong.html").write_text(report_html(new=2, total=3), encoding="utf-8")
    (tmp_path / "last.html").write_text(report_html(year=2023), encoding="utf-8")
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "program.html").write_bytes(b"MZ" + b"\x00" * 500)
    (tmp_path / "cut.docx").write_bytes(b"PK\x03\x04" + b"\x00" * 40)
    return tmp_path


def test_status_0_where_no_error_was_found(folder: Path) -> None:
    result = command("check", folder / "good.html", "--json")
    (value,) = objects(result)
    assert result.returncode == 0
    assert all(finding["severity"] != "error" for finding in value["findings"])


def test_status_1_where_an_error_was_found(folder: Path) -> None:
    result = command("check", folder / "wrong.html", "--json")
    (value,) = objects(result)
    assert result.returncode == 1
    finding = next(f for f in value["findings"] if f["where"].get("column") == "total")
    assert (finding["severity"], finding["where"]["table"]) == ("error", "applications")
    assert {"code", "said", "expected", "clause", "message", "hint"} <= set(finding)


def test_status_2_wins_and_the_others_are_still_done(folder: Path) -> None:
    names = ["empty.html", "wrong.html", "program.html", "cut.docx", "none.html", "good.html"]
    result = command("check", *(folder / name for name in names), "--json")
    values = objects(result)
    assert result.returncode == 2
    assert [Path(value["source"]["file"]).name for value in values] == names
    assert ["error" in value for value in values] == [True, False, True, True, True, False]
    assert all(value["error"]["code"] and value["error"]["message"] for value in values if "error" in value)


def test_every_line_of_output_validates(folder: Path) -> None:
    for value in objects(command("check", folder, "--json")):
        VALIDATOR.validate(value)


def test_a_directory_is_walked_in_order(folder: Path) -> None:
    values = objects(command("check", folder, "--json", "--jobs", "2"))
    names = [Path(value["source"]["file"]).name for value in values]
    assert names == sorted(names)
    assert len(names) == 6


def test_a_failure_is_one_line_for_a_person_and_the_last_line_counts(folder: Path) -> None:
    result = command("check", folder / "empty.html", folder / "wrong.html")
    (line,) = result.stderr.decode().splitlines()
    assert line.startswith(f"{folder / 'empty.html'}：")
    last = result.stdout.decode().rstrip().split("\n")[-1]
    assert last.startswith("共 2 个文件，1 份报告；0 份没有错误，1 份有错误；错误 ")
    assert last.endswith("1 个文件读不了。")


def test_standard_input_is_read(folder: Path) -> None:
    result = command("check", "-", "--json", data=(folder / "wrong.html").read_bytes())
    (value,) = objects(result)
    assert (result.returncode, value["source"]["file"], value["year"]) == (1, "-", 2024)


def test_what_was_printed_can_be_checked_again(folder: Path) -> None:
    first = command("check", folder / "wrong.html", "--json")
    again = objects(command("check", "-", "--json", data=first.stdout))[0]
    (before,) = objects(first)
    assert again["tables"] == before["tables"]
    errors = [[f["key"] for f in value["findings"] if f["severity"] == "error"] for value in (before, again)]
    assert errors[0] == errors[1] != []


def test_last_year_and_subordinates_bring_their_rules(folder: Path) -> None:
    (folder / "last.html").write_text(report_html(year=2023, forward=1), encoding="utf-8")
    (folder / "lower.html").write_text(report_html(new=9, organ="临溪市南山区司法局"), encoding="utf-8")
    alone = objects(command("check", folder / "good.html", "--json"))[0]["findings"]
    before = command("check", folder / "good.html", "--json", "--previous", folder / "last.html")
    below = command(
        "check", folder / "good.html", "--children", folder / "lower.html", folder / "lower.html", "--json"
    )
    codes = {finding["code"] for finding in alone}
    assert {f["code"] for f in objects(before)[0]["findings"]} - codes
    assert {f["code"] for f in objects(below)[0]["findings"]} - codes


def test_a_report_beside_that_cannot_be_read_is_told_and_the_rest_is_done(folder: Path) -> None:
    result = command("check", folder / "good.html", "--json", "--previous", folder / "empty.html")
    failure, value = objects(result)
    assert result.returncode == 2
    assert failure["error"]["code"] == "empty"
    assert value["year"] == 2024


def test_a_disposition_survives_a_run_until_a_value_changes(folder: Path) -> None:
    errors = [
        finding
        for finding in objects(command("check", folder / "wrong.html", "--json"))[0]["findings"]
        if finding["severity"] == "error"
    ]
    decisions = folder / "处置.toml"
    entry = (
        '[[disposition]]\nkey = {key}\nstate = "dismissed"\nreason = "已核对"\nby = "张三"\non = 2025-03-01\n'
    )
    decisions.write_text("".join(entry.format(key=json.dumps(f["key"])) for f in errors), encoding="utf-8")
    arguments = ("--dispositions", decisions)
    assert command("check", folder / "wrong.html", *arguments).returncode == 0
    (folder / "wrong.html").write_text(report_html(new=2, total=4), encoding="utf-8")
    changed = command("check", folder / "wrong.html", *arguments)
    assert changed.returncode == 1
    assert "对不上现在的问题" in changed.stderr.decode()


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("a --children b c --json", "a --children b --children c --json"),
        ("a --children b - --previous c", "a --children b --children - --previous c"),
        ("--children b c -- a", "--children b --children c -- a"),
        ("--children=b a", "--children=b a"),
        ("a b", "a b"),
    ],
)
def test_one_option_takes_several_files(given: str, wanted: str) -> None:
    assert spread(given.split(), "--children") == wanted.split()
