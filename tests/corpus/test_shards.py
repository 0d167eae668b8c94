"""The same folder gives the same shards; a new file changes one of them."""

from __future__ import annotations

from pathlib import Path

from gongkai.corpus.shards import MOST, Entry, entries, shards


def planned(count: int, *more: str) -> dict[str, tuple[str, ...]]:
    """The shards of so many files, and of these."""
    names = sorted([*(f"{i:06}.html" for i in range(count)), *more])
    return {shard.name: shard.files for shard in shards(Path(), [Entry(name, 1, 1) for name in names])}


def test_every_file_stands_in_one_shard_and_none_is_too_full() -> None:
    pieces = planned(5000)
    assert [name for files in pieces.values() for name in files] == [f"{i:06}.html" for i in range(5000)]
    assert len(pieces) > 5
    assert max(map(len, pieces.values())) <= MOST


def test_a_new_file_changes_one_shard() -> None:
    before, after = planned(5000), planned(5000, "002500a.html")
    assert planned(5000) == before
    assert len(set(before) - set(after)) == 1


def test_a_changed_file_changes_the_name() -> None:
    one, other = ([Entry("a.html", 1, 1)], [Entry("a.html", 1, 2)])
    assert shards(Path(), one)[0].name != shards(Path(), other)[0].name


def test_hidden_files_and_other_kinds_are_left_out(tmp_path: Path) -> None:
    for name in ("b/a.html", ".x.html", "p_files/c.html", "photo.exe", "a.pdf"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert [entry.path for entry in entries(tmp_path)] == ["a.pdf", "b/a.html"]
