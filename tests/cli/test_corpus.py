"""The command: build, go on, ask."""

from __future__ import annotations

from pathlib import Path

from tests.cli.files import command, objects
from tests.corpus.folders import write_reports


def test_build_then_ask(tmp_path: Path) -> None:
    write_reports(tmp_path / "in", 3)
    (tmp_path / "in" / "=1+1.html").write_bytes(b"")
    out = tmp_path / "out"
    assert command("corpus", "build", tmp_path / "in", "--out", out, "--jobs", "2").returncode == 0
    asked = command("corpus", "query", out, "unreadable", "--json")
    assert [one["file"] for one in objects(asked)] == ["broken.pdf", "=1+1.html", "empty.html"]
    csv = command("corpus", "query", out, "unreadable", "--csv").stdout.decode()
    assert csv.startswith("\ufeff文件,代码,原因")
    assert "\n'=1+1.html," in csv
    table = command("corpus", "query", out, "--sql", "SELECT count(*) AS n FROM once").stdout.decode()
    assert table.split() == ["n", "3", "共", "1", "行。"]


def test_questions_are_listed() -> None:
    listed = command("corpus", "questions").stdout.decode()
    assert all(name in listed for name in ("late", "unbalanced", "refusals", "growth", "copied"))


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    for line in (
        ("query", tmp_path),
        ("query", tmp_path, "late"),
        ("build", tmp_path / "no", "--out", tmp_path / "o"),
        ("build", tmp_path, "--out", tmp_path / "o", "--engine", "x"),
    ):
        result = command("corpus", *line)
        assert result.returncode == 2
        assert "。" in result.stderr.decode()
