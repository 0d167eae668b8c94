"""Every kind of file goes to its format module; our own JSON needs none; what is not taken is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import gongkai
from gongkai.files.limits import Limits
from gongkai.files.sniff import TIDY_HEADER, UNREAD, Kind
from gongkai.report.reader import formats
from gongkai.report.reader.blocks import Document
from gongkai.report.reader.formats import to_document
from gongkai.values.errors import FileError

PAGE = "<html><body><p>云泽市水务局</p></body></html>".encode()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.html", PAGE, "html"),
        ("a.txt", "云泽市水务局\n".encode(), "txt"),
        ("a.md", "# 云泽市水务局\n".encode(), "md"),
    ],
)
def test_a_file_goes_to_its_module(name: str, data: bytes, kind: str) -> None:
    got, document = to_document(name, data, Limits())
    assert got == kind
    assert document is not None
    assert document.format == kind
    assert [i.text for i in document.items if hasattr(i, "text")] == ["云泽市水务局"]
    assert document.notes == []


def test_our_own_json_needs_no_blocks() -> None:
    assert to_document("a.json", b'{"schema": "gongkai/report/1"}', Limits()) == ("json", None)


def test_our_own_table_needs_no_blocks_and_any_other_is_plain_text() -> None:
    header = ",".join(TIDY_HEADER)
    assert to_document("a.csv", f"\ufeff{header}\r\n".encode(), Limits()) == ("csv", None)
    assert to_document("a.txt", f"{header}\n".encode(), Limits()) == ("csv", None)
    kind, document = to_document("a.csv", f"{header},more\n".encode(), Limits())
    assert (kind, document is None) == ("txt", False)


def test_a_false_extension_is_noted_and_the_content_read() -> None:
    kind, document = to_document("a.docx", PAGE, Limits())
    assert kind == "html"
    assert document is not None
    assert len(document.notes) == 1


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"MZ" + b"\x00" * 60])
def test_what_is_no_report_is_refused(data: bytes) -> None:
    with pytest.raises(FileError):
        to_document("a.bin", data, Limits())


@pytest.mark.parametrize("kind", [k for k in Kind if k not in {Kind.JSON, Kind.CSV, *UNREAD}])
def test_every_kind_has_a_module(kind: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind that the sniffer knows and no module reads would be an error at the first such file."""
    asked: list[str] = []

    class Module:
        @staticmethod
        def blocks(data: bytes, limits: Limits, **more: bool) -> Document:
            return Document(kind.value)

    def load(name: str) -> type[Module]:
        assert find_spec(name) is not None
        asked.append(name)
        return Module

    monkeypatch.setattr(formats, "sniff", lambda *_: kind)
    monkeypatch.setattr(formats, "import_module", load)
    got, document = to_document("a", b"", Limits())
    assert got == kind.value
    assert document is not None
    assert len(asked) == 1


def test_text_does_not_load_the_readers_of_other_kinds() -> None:
    code = (
        "import sys; from gongkai.files.limits import Limits;"
        "from gongkai.report.reader.formats import to_document;"
        "to_document('a.txt', '甲'.encode(), Limits());"
        "print([m for m in ('pypdfium2', 'docx', 'openpyxl') if m in sys.modules])"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(gongkai.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=env)
    assert done.stdout.strip() == "[]"
