"""The one call for an upload: what comes out, and what is refused with one sentence."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import socket
from collections.abc import Iterator
from contextlib import suppress

import pytest

from gongkai.files.accept import MEDIA_TYPES, SCAN_NOTICE, Terms, accept, examine
from gongkai.files.antivirus import Engine
from gongkai.files.hidden.look import blocking
from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind
from gongkai.values.errors import FileError, OverLimit, Refused
from tests.files.hidden.office_samples import book, more_sheets, text
from tests.files.hidden.pdf_samples import pdf
from tests.files.hidden.picture_samples import drawn, jpeg, png, tiff
from tests.files.hidden.slide_samples import FIXTURES, ofd, old_slides, slides
from tests.files.secrecy.test_search import first
from tests.files.test_antivirus import EICAR, Clamd, _Tcp, served
from tests.files.test_archives import packed
from tests.security.test_bad_input import REFUSED

DOC, XLS = (FIXTURES / "clean-text.doc").read_bytes(), (FIXTURES / "clean-book.xls").read_bytes()
GOOD = [
    ("通知.pdf", pdf(), Kind.PDF, "application/pdf"),
    ("通知.docx", text(), Kind.DOCX, MEDIA_TYPES["docx"]),
    ("通知.doc", DOC, Kind.DOC, "application/msword"),
    ("通知.wps", DOC, Kind.DOC, "application/msword"),
    ("表.xlsx", book(), Kind.XLSX, MEDIA_TYPES["xlsx"]),
    ("表.xls", XLS, Kind.XLS, "application/vnd.ms-excel"),
    ("表.et", XLS, Kind.XLS, "application/vnd.ms-excel"),
    ("汇报.pptx", slides(), Kind.PPTX, MEDIA_TYPES["pptx"]),
    ("汇报.ppt", old_slides(), Kind.PPT, "application/vnd.ms-powerpoint"),
    ("决定.ofd", ofd(), Kind.OFD, "application/ofd"),
    ("说明.txt", "说明\n".encode("gb18030"), Kind.TXT, "text/plain"),
    ("标签.txt", b"<script>1</script><p>a</p>", Kind.TXT, "text/plain"),
    ("表.csv", "序号,事项\n".encode(), Kind.CSV, "text/csv"),
    ("图.jpg", jpeg(), Kind.IMAGE, "image/jpeg"),
    ("图.JPEG", jpeg(), Kind.IMAGE, "image/jpeg"),
    ("图.png", png(), Kind.IMAGE, "image/png"),
    ("图.tiff", tiff(), Kind.IMAGE, "image/tiff"),
    ("材料.zip", packed({"a.txt": "一".encode()}), Kind.ZIP, "application/zip"),
    ("页.html", "<p>通知</p>".encode(), Kind.HTML, "text/html"),
    ("文.md", "# 通知\n".encode(), Kind.MD, "text/markdown"),
]


@pytest.mark.parametrize(("name", "data", "kind", "media"), GOOD)
def test_every_kind_of_the_office_is_taken(name: str, data: bytes, kind: Kind, media: str) -> None:
    taken = examine(data, name, Terms())
    assert (taken.name, taken.kind, taken.media_type, taken.size) == (name, kind, media, len(data))
    assert taken.sha256 == hashlib.sha256(data).hexdigest()
    assert set(taken.notices) <= {SCAN_NOTICE}
    with pytest.raises(dataclasses.FrozenInstanceError):
        taken.name = "b"  # type: ignore[misc]


def test_the_whole_call_runs_guarded_and_gives_the_bytes_back() -> None:
    data = book(more_sheets("hidden"))
    taken, read = accept(io.BytesIO(data), "../名单\u202e.xlsx", Terms())
    assert read == data
    assert taken.name == "名单.xlsx"
    assert [hit.kind for hit in taken.hidden] == ["hidden_sheet"]
    assert len(taken.notices) == 2


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.pdf", b"", "empty"),
        ("a.exe", b"MZ\x90\0" + bytes(300), "program"),
        ("a.rar", b"Rar!\x1a\x07\0" + bytes(50), "archive"),
        ("a.pdf", "<p>通知</p>".encode(), "wrong_type"),
        ("a.jpg", pdf(), "wrong_type"),
        ("a.docx", packed({"a.txt": b"x"}), "wrong_type"),
        ("a.zip", text(), "wrong_type"),
        ("a.exe", "通知".encode(), "wrong_type"),
        ("a.php", jpeg(), "wrong_type"),
        ("a.gif", drawn("GIF"), "wrong_kind"),
        ("a.json", b'{"schema": 1}', "wrong_kind"),
        ("a.pdf", pdf() + packed({"a.js": b"1"}), "polyglot"),
        ("a.docx", text()[:-40], "damaged"),
        ("a.docx", text(first("机密★10年")), "secrecy_mark"),
        ("【秘密】a.docx", text(), "secrecy_mark"),
        ("a.zip", packed({"a.docx": text(first("绝密★启用前"))}), "secrecy_mark"),
    ],
)
def test_what_is_refused(name: str, data: bytes, code: str) -> None:
    with pytest.raises(FileError) as caught:
        examine(data, name, Terms())
    assert caught.value.code == code
    assert caught.value.message.endswith("。")
    assert "\n" not in caught.value.message
    assert "体检" not in caught.value.message


@pytest.mark.parametrize("case", REFUSED)
def test_the_bad_files_of_c32_are_refused_or_told_as_unreadable(case: str) -> None:
    name, data = REFUSED[case]
    with suppress(FileError):
        taken = examine(data, name, Terms())
        # a list of kinds that are honest files here, though no report can be read from them
        assert taken.kind in (Kind.ZIP, Kind.OFD) or blocking(taken.hidden) or case == "300,000 cells"


def test_a_citizens_file_is_not_judged() -> None:
    marked = text(first("机密★10年"))
    taken = examine(marked, "a.docx", Terms(own=False))
    assert taken.notices == ()


def test_near_relations_and_missing_extensions_are_told() -> None:
    assert "docx" in examine(text(), "通知.doc", Terms()).notices[0]
    assert "png" in examine(png(), "图.jpg", Terms()).notices[0]
    taken = examine(text(), "关于某事的通知", Terms())
    assert taken.name == "关于某事的通知.docx"
    assert "扩展名" in taken.notices[0]
    assert "伪装" in examine(pdf(), "通知.exe.pdf", Terms()).notices[0]


def test_internal_papers_and_scans_give_a_notice() -> None:
    assert "内部资料" in examine(text(first("内部资料")), "a.docx", Terms()).notices[0]
    assert examine(jpeg(), "a.jpg", Terms()).notices == (SCAN_NOTICE,)
    assert examine(jpeg(), "a.jpg", Terms(own=False)).notices == ()


def test_sizes_and_narrower_terms() -> None:
    with pytest.raises(OverLimit):
        accept(io.BytesIO(bytes(2000)), "a.pdf", Terms(limits=Limits(size=1000)))
    with pytest.raises(Refused) as caught:
        examine(text(), "a.docx", Terms(kinds=frozenset({Kind.PDF, Kind.IMAGE})))
    assert "pdf、jpg、png、tif" in caught.value.message


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """A running engine."""
    monkeypatch.setattr(Clamd, "mood", "well")
    server = _Tcp(("127.0.0.1", 0), Clamd)
    running = served(server)
    next(running)
    yield Engine(f"tcp:127.0.0.1:{server.server_address[1]}", 5)
    next(running, None)


def test_the_engine_is_asked_first_and_an_infected_file_is_refused(engine: Engine) -> None:
    for name, data in (("a.txt", EICAR), ("a.zip", packed({"a.txt": EICAR}))):
        with pytest.raises(Refused) as caught:
            accept(data, name, Terms(engine=engine))
        assert caught.value.code == "infected"
        assert "Eicar-Test-Signature" in caught.value.message
    assert accept(pdf(), "a.pdf", Terms(engine=engine))[0].kind is Kind.PDF
    assert accept(EICAR, "a.txt", Terms())[0].kind is Kind.TXT, "control: without an engine nobody looks"


def test_without_an_answer_nothing_is_taken() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(Refused) as caught:
        accept(pdf(), "a.pdf", Terms(engine=Engine(f"tcp:127.0.0.1:{port}", 1)))
    assert caught.value.code == "not_scanned"
