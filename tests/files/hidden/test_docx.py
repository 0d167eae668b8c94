"""Word: what is hidden in the text itself."""

from __future__ import annotations

import pytest

from gongkai.files.hidden.docx import hits
from gongkai.files.limits import Limits
from gongkai.values.errors import Refused
from tests.files.hidden.office_samples import body, dirty_texts, repacked, run, text


def found(data: bytes) -> list[tuple[str, str, int]]:
    """Kind, place and count of each hit."""
    return [(h.kind, h.place, h.count) for h in hits(data, Limits(), lambda *_: ())]


def test_changes_are_counted_where_they_stand() -> None:
    ins = '<w:p><w:ins w:id="1" w:author="甲"><w:r><w:t>新句</w:t></w:r></w:ins><w:del w:id="2" w:author="甲"/></w:p>'
    assert found(text(body(ins))) == [("tracked_change", "正文中", 2)]
    assert found(dirty_texts()["header"][1]) == [("hidden_text", "页眉中", 1)]


def test_hidden_and_white_letters() -> None:
    assert found(text(run("<w:vanish/>"), run("<w:vanish/>"))) == [("hidden_text", "正文中", 2)]
    assert found(text(run('<w:color w:val="FFFFFF"/>'))) == [("invisible_text", "正文中", 1)]
    assert found(text(run('<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>'))) == []


def test_a_broken_body_is_refused() -> None:
    with pytest.raises(Refused):
        found(repacked(text(), {"word/document.xml": b"<w:document"}))
