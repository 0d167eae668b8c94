"""Old office files, written by LibreOffice from the samples of this folder."""

from __future__ import annotations

import pytest

from gongkai.files.hidden.compound import hits, property_texts
from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind
from gongkai.values.errors import Refused
from tests.files.hidden.slide_samples import FIXTURES, old_slides


def found(name: str) -> list[str]:
    """The kinds of all hits of a fixture."""
    kind = Kind.DOC if name.endswith("doc") else Kind.XLS
    return [h.kind for h in hits((FIXTURES / name).read_bytes(), kind, Limits())]


def test_properties_of_people() -> None:
    assert found("dirty-properties.doc") == ["properties"]
    assert found("clean-text.doc") == []


def test_slides_are_told_as_not_fully_checked() -> None:
    assert [h.kind for h in hits(old_slides(), Kind.PPT, Limits())] == ["partly_checked"]


def test_macros_and_objects_are_known_by_the_names_of_their_storages() -> None:
    data = bytearray((FIXTURES / "clean-text.doc").read_bytes())
    old = "\x01CompObj".encode("utf-16-le")
    at = data.index(old)
    new = "Macros".encode("utf-16-le")
    data[at : at + 64] = new.ljust(64, b"\0")
    data[at + 64] = len(new) + 2
    assert [h.kind for h in hits(bytes(data), Kind.DOC, Limits())] == ["macro"]


@pytest.mark.parametrize("cut", [600, 1600, 5000])
def test_half_a_file_is_refused(cut: int) -> None:
    with pytest.raises(Refused):
        list(hits((FIXTURES / "clean-text.doc").read_bytes()[:cut], Kind.DOC, Limits()))


def test_control_a_broken_property_set_tells_nothing() -> None:
    assert property_texts(b"\xfe\xff" + bytes(20)) == {}
    assert property_texts(b"\xff" * 100) == {}
