"""Word 97 to 2003: comments, changes, hidden text; a wrong block is refused."""

from __future__ import annotations

import random

import pytest

from gongkai.files.guard import run_guarded
from gongkai.files.hidden.look import hidden_data
from gongkai.files.hidden.old_word import word_hits
from gongkai.values.errors import Refused
from tests.files.hidden.slide_samples import FIXTURES


@pytest.mark.parametrize("kind", ["comment", "hidden_text", "tracked_change-ins", "tracked_change-del"])
def test_each_is_told(kind: str) -> None:
    hits = hidden_data("a.doc", (FIXTURES / f"dirty-{kind}.doc").read_bytes())
    assert [h.kind for h in hits] == [kind.partition("-")[0]]


def test_fast_saving_leaves_old_text() -> None:
    main = bytearray(0x400)
    main[:2] = b"\xec\xa5"
    assert list(word_hits(bytes(main), b"")) == []
    main[0x0A] = 4
    assert [h.kind for h in word_hits(bytes(main), b"")] == ["earlier_revision"]


def test_no_word_text_or_a_password_is_refused() -> None:
    for main in (b"", bytes(0x400), b"\xec\xa5" + bytes(8) + b"\x00\x01" + bytes(0x400)):
        with pytest.raises(Refused):
            list(word_hits(main, b""))


def test_noise_never_breaks_it() -> None:
    data = (FIXTURES / "dirty-hidden_text.doc").read_bytes()
    chance = random.Random(5)
    for _ in range(40):
        noisy = bytearray(data)
        for _ in range(60):
            noisy[chance.randrange(512, len(noisy))] = chance.randrange(256)
        assert isinstance(hidden_data("a.doc", bytes(noisy)), tuple)
    assert run_guarded(hidden_data, "a.doc", data)
