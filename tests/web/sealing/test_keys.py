"""The key file: made once, private, told when damaged, read again when it changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongkai.web.sealing.keys import (
    KeyFileError,
    ensure_ring,
    new_ring,
    read_ring,
    with_new_key,
    without_old_keys,
    write_ring,
)


def test_it_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "keys.toml"
    assert ensure_ring(path) is True
    first = read_ring(path)
    assert ensure_ring(path) is False
    assert read_ring(path) == first
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_open_to_others_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    ensure_ring(path)
    path.chmod(0o640)
    with pytest.raises(KeyFileError, match="chmod 600"):
        read_ring(path)


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KeyFileError, match="gongkai serve"):
        read_ring(tmp_path / "none.toml")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace('active = "k1"', 'active = "k9"'),
        lambda text: text.replace('algorithm = "AES-GCM"', 'algorithm = "ROT13"'),
        lambda text: text.replace('value = "', 'value = "!'),
        lambda text: text.replace("secret", "geheim"),
        lambda text: text[: len(text) // 2],
        lambda text: "key = 3\nindex_key = 4\n" + text.split("[", maxsplit=1)[0],
    ],
)
def test_a_damaged_file_is_told(tmp_path: Path, spoil: object) -> None:
    path = tmp_path / "keys.toml"
    ensure_ring(path)
    assert callable(spoil)
    path.write_text(spoil(path.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(KeyFileError, match="已损坏"):
        read_ring(path)


@pytest.mark.parametrize("algorithm", ["AES-GCM", "SM4-GCM"])
def test_a_new_key_is_added_and_old_ones_leave(tmp_path: Path, algorithm: str) -> None:
    path = tmp_path / "keys.toml"
    old = new_ring()
    both = with_new_key(old, algorithm)
    write_ring(path, both)
    assert read_ring(path) == both
    assert (both.active, both.index) == ("k2", "i2")
    assert both.keys["k1"] == old.keys["k1"]
    assert both.key("k2").algorithm == algorithm
    new = without_old_keys(both)
    assert set(new.keys) == {"k2"}
    assert set(new.index_keys) == {"i2"}
    with pytest.raises(KeyFileError, match="k1"):
        new.key("k1")
