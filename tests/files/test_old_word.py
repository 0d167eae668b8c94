"""Old Word files become DOCX, or one clear line."""

from __future__ import annotations

import pytest

from gongkai.files.limits import Limits
from gongkai.files.old_word import as_docx
from gongkai.files.sniff import Kind, sniff
from gongkai.values.errors import Refused
from tests.files.hidden.slide_samples import FIXTURES


def test_a_text_becomes_docx() -> None:
    made = as_docx((FIXTURES / "clean-text.doc").read_bytes(), Limits())
    assert sniff("a", made) is Kind.DOCX


def test_control_nonsense_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        as_docx(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), Limits())
    assert caught.value.code == "old_word"
