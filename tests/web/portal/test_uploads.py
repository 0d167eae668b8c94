"""What is sent in stays in memory, and is refused above the limit before it is parsed."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory
from django.test.utils import override_settings

from gongkai.values.errors import OverLimit, Refused
from gongkai.web.portal.uploads import PASTED, Upload, received, tidy


def posted(**fields: object) -> HttpRequest:
    """A request that posts these fields."""
    return RequestFactory().post("/check/", fields)


def test_a_file_is_held_in_memory() -> None:
    request = posted(file=SimpleUploadedFile("a.html", b"<p>x" * 1_000_000))
    assert isinstance(request.FILES["file"], InMemoryUploadedFile)
    assert isinstance(request.FILES["file"].file, BytesIO)
    (one,) = received(request)
    assert (one.name, len(one.data)) == ("a.html", 4_000_000)


def test_pasted_text_comes_as_utf_8() -> None:
    assert received(posted(text="一、总体情况")) == [Upload(PASTED, "一、总体情况".encode())]


def test_a_file_goes_before_a_text() -> None:
    assert received(posted(file=SimpleUploadedFile("a.txt", b"f"), text="t")) == [Upload("a.txt", b"f")]


@pytest.mark.parametrize(
    ("fields", "code"),
    [({}, "nothing"), ({"text": " \n"}, "nothing"), ({"file": SimpleUploadedFile("a", b"")}, "empty")],
)
def test_nothing_is_told_so(fields: dict[str, object], code: str) -> None:
    with pytest.raises(Refused) as caught:
        received(posted(**fields))
    assert caught.value.code == code


@override_settings(UPLOAD_TOTAL_BYTES=1_000_000)
def test_a_large_body_is_refused_before_it_is_parsed() -> None:
    request = posted(file=SimpleUploadedFile("a.bin", b"x" * 1_200_000))
    with pytest.raises(OverLimit, match="超过"):
        received(request)
    assert not hasattr(request, "_files")


@override_settings(UPLOAD_BYTES=1_000)
def test_a_long_text_is_refused() -> None:
    with pytest.raises(OverLimit):
        received(posted(text="字" * 400))


def test_a_lone_surrogate_breaks_nothing() -> None:
    assert received(posted(text="a\udc80b".encode("utf-8", "replace").decode()))[0].data


def test_several_files_come_in_their_order_empty_ones_too() -> None:
    files = [
        SimpleUploadedFile(name, data) for name, data in (("b.txt", b"b"), ("a.txt", b""), ("b.txt", b"c"))
    ]
    assert received(posted(file=files)) == [
        Upload("b.txt", b"b"),
        Upload("a.txt", b""),
        Upload("b.txt", b"c"),
    ]


def test_a_name_is_only_a_name() -> None:
    assert tidy("C:\\x\\年报.pdf") == tidy("../../年报.pdf") == "年报.pdf"
    assert tidy("\x00\n") == "文件"
    assert len(tidy("长" * 500)) == 120
