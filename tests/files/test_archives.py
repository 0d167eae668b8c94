"""Packages are opened without trusting what they say of themselves."""

from __future__ import annotations

import io
import zipfile

import pytest

from gongkai.files.archives import Archive, parse_xml
from gongkai.files.limits import Limits
from gongkai.values.errors import FileError, OverLimit, Refused


def packed(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return made.getvalue()


def code_of(data: bytes, limits: Limits | None = None, read: str | None = None) -> str:
    """The code of the error that opening (and reading) gives."""
    try:
        archive = Archive(data, limits)
        if read is not None:
            archive.read(read)
    except FileError as error:
        return error.code
    return "taken"


def test_parts_are_read_and_named() -> None:
    archive = Archive(packed({"a.xml": b"<a/>", "b/c.txt": "内容".encode()}))
    assert archive.names == {"a.xml", "b/c.txt"}
    assert archive.read("b/c.txt").decode() == "内容"
    assert archive.xml("a.xml").tag == "a"


def test_a_bomb_is_refused_by_its_ratio_and_passes_where_the_cap_is_lifted() -> None:
    bomb = packed({"a.xml": b"\0" * 20_000_000})
    assert code_of(bomb) == "bomb"
    lifted = Limits(ratio=10**9, unpacked=10**9, part=10**9)
    assert len(Archive(bomb, lifted).read("a.xml")) == 20_000_000


def test_many_small_parts_are_refused_by_their_sum() -> None:
    data = packed({f"{n}.bin": bytes(200_000) for n in range(60)}, zipfile.ZIP_STORED)
    assert code_of(data, Limits(unpacked=10_000_000)) == "bomb"


def test_a_part_over_the_limit_is_stopped_while_it_comes() -> None:
    data = packed({"a.xml": bytes(900_000)}, zipfile.ZIP_STORED)
    assert code_of(data, Limits(part=500_000), read="a.xml") == "bomb"


def test_declared_sizes_that_lie_give_a_damaged_file() -> None:
    data = bytearray(packed({"a.xml": b"x" * 5000}, zipfile.ZIP_STORED))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = (10).to_bytes(4, "little")
    assert code_of(bytes(data), read="a.xml") == "damaged"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\x", "..\\x"])
def test_names_that_climb_out_are_refused(name: str) -> None:
    assert code_of(packed({name: b"x"})) == "unsafe_path"


def test_too_many_entries() -> None:
    data = packed({f"{n}": b"" for n in range(50)})
    assert code_of(data, Limits(entries=49)) == "too_many_entries"
    assert len(Archive(data, Limits(entries=50)).names) == 50


def test_a_password_is_told() -> None:
    data = bytearray(packed({"a.xml": b"<a/>"}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + offset] |= 1
    assert code_of(bytes(data)) == "encrypted"


def test_missing_and_broken_parts() -> None:
    data = packed({"a.xml": b"<a/>" * 1000})
    assert code_of(data, read="none.xml") == "damaged"
    broken = bytearray(data)
    broken[40:60] = b"\xff" * 20
    assert code_of(bytes(broken), read="a.xml") == "damaged"
    assert code_of(data[: len(data) // 2]) == "damaged"


def test_xml_with_a_document_type_is_refused_in_any_encoding() -> None:
    text = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'
    for data in (text.encode(), text.encode("utf-16")):
        with pytest.raises(Refused) as caught:
            parse_xml(data)
        assert caught.value.code == "unsafe_xml"
    assert parse_xml(b"<a>1</a>").text == "1"


def test_broken_xml_is_damaged_and_over_limit_is_no_refusal() -> None:
    with pytest.raises(Refused):
        parse_xml(b"<a><b></a>")
    assert not issubclass(OverLimit, Refused)
