"""Which files are meant."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from gongkai.cli.gather import STDIN, gather, shown


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Reports and other things in folders."""
    for name in ("b.html", "a.PDF", "style.css", ".hidden.html", "inner/c.docx", ".git/d.html", "inner/e"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def test_a_directory_gives_its_reports_in_order_and_nothing_hidden(tree: Path) -> None:
    found = [os.path.relpath(name, tree) for name in gather([str(tree)])]
    assert found == ["a.PDF", "b.html", "inner/c.docx", "inner/e"]


def test_what_lies_beside_reports_is_passed_over_unless_named(tree: Path) -> None:
    (tree / "b_files").mkdir()
    (tree / "b_files" / "logo.png").write_bytes(b"x")
    (tree / "meta.json").write_text('{"name": "b"}', encoding="utf-8")
    (tree / "ours.json").write_text('{"schema": "gongkai/report/1"}', encoding="utf-8")
    found = [os.path.relpath(name, tree) for name in gather([str(tree)])]
    assert found == ["a.PDF", "b.html", "ours.json", "inner/c.docx", "inner/e"]
    assert gather([str(tree / "meta.json")]) == [str(tree / "meta.json")]


def test_names_keep_their_order_and_what_is_not_there_stays(tree: Path) -> None:
    names = [str(tree / "style.css"), STDIN, str(tree / "none.html")]
    assert gather(names) == names


def test_a_link_to_a_folder_above_is_not_walked_for_ever(tree: Path) -> None:
    (tree / "inner" / "up").symlink_to(tree)
    assert len(gather([str(tree)])) == 4


def test_a_name_is_shown_as_utf8_whatever_the_locale() -> None:
    assert shown("年报.html") == "年报.html"
    assert shown(os.fsdecode(b"\xff.html")) == "\udcff.html"
