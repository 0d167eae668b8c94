"""Malformed files (check C32): each gives a document or one clear line, quickly, and without eating memory."""

from __future__ import annotations

import io
import random
import resource
import time
import zipfile
from importlib import import_module
from pathlib import Path

import pytest

from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind, sniff
from gongkai.report.reader.blocks import Document
from gongkai.values.errors import FileError
from tests.report.reader.office_files import TYPES, p, packed, tbl, tc, word

SECONDS = 5.0
MEGABYTES = 200
MODULES = {Kind.HTML: "html", Kind.DOCX: "docx", Kind.DOC: "doc", Kind.XLSX: "sheet"}
DOC = (Path(__file__).parents[1] / "report" / "reader" / "fixtures" / "small.doc").read_bytes()
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n"
GOOD_WORD = word(p("一、总体情况") + tbl(tc("规章") + tc("1")))
GOOD_PAGE = "<p>一、总体情况</p><table><tr><td>规章<td>1</table>".encode()
EXE = b"MZ\x90\x00\x03\x00\x00\x00" + bytes(range(256)) * 4
LAUGHS = (
    "<!DOCTYPE w [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{n} '{f'&a{n - 1};' * 10}'>" for n in range(1, 10))
    + "]><w>&a9;</w>"
)
XXE = "<!DOCTYPE w [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w>&e;</w>"
REMOTE = "<!DOCTYPE w SYSTEM 'http://127.0.0.1:9/x.dtd'><w/>"
MAIN = "word/document.xml"


def workbook() -> bytes:
    """A small whole workbook."""
    import openpyxl

    stream = io.BytesIO()
    made = openpyxl.Workbook()
    made.active.append(["规章", 1])
    made.save(stream)
    return stream.getvalue()


def rezipped(data: bytes, changes: dict[str, str | bytes]) -> bytes:
    """The package with some parts replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(name, old.read(name))
        for name, part in changes.items():
            new.writestr(name, part)
    return made.getvalue()


def flagged_encrypted(data: bytes) -> bytes:
    """The package with the password bit set on its first entry."""
    made = bytearray(data)
    made[made.find(b"PK\x03\x04") + 6] |= 1
    made[made.find(b"PK\x01\x02") + 8] |= 1
    return bytes(made)


def lying(data: bytes, size: int) -> bytes:
    """The package with another declared unpacked size of its first entry."""
    made = bytearray(data)
    at = made.find(b"PK\x01\x02") + 24
    made[at : at + 4] = size.to_bytes(4, "little")
    return bytes(made)


def ole(*streams: str) -> bytes:
    """A header and a directory with these names."""
    entries = b"".join(name.encode("utf-16-le").ljust(128, b"\x00") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\x00") + entries.ljust(2048, b"\x00")


def refused_cases() -> dict[str, tuple[str, bytes]]:
    """Files that must be refused."""
    sheet = workbook()
    bomb = packed({"[Content_Types].xml": TYPES, MAIN: "\0" * 30_000_000})
    noise = random.Random(7).randbytes(50_000)
    cases = {
        "empty docx": ("a.docx", b""),
        "empty html": ("a.html", b" \r\n"),
        "zeros": ("a.pdf", bytes(1_000_000)),
        "zeros over the size": ("a.docx", bytes(21_000_000)),
        "noise as docx": ("a.docx", noise),
        "noise as html": ("a.html", noise),
        "program as docx": ("a.docx", EXE),
        "program as pdf": ("a.pdf", b"\x7fELF\x02\x01\x01" + bytes(400)),
        "program before a package": ("a.docx", EXE + GOOD_WORD),
        "encrypted docx (OLE)": ("a.docx", ole("EncryptionInfo", "EncryptedPackage")),
        "encrypted xlsx (OLE)": ("a.xlsx", ole("EncryptedPackage")),
        "encrypted zip entry": ("a.docx", flagged_encrypted(GOOD_WORD)),
        "old excel": ("a.xls", ole("Workbook")),
        "slides": ("a.ppt", ole("PowerPoint Document")),
        "unknown OLE": ("a.doc", ole("Nothing")),
        "OLE header alone": ("a.doc", ole()[:512]),
        "word directory without a document": ("a.doc", ole("WordDocument")),
        "ofd": ("a.ofd", packed({"OFD.xml": "<o/>"})),
        "zip of reports": ("a.zip", packed({"a.txt": "x"})),
        "nested zip": ("a.docx", rezipped(packed({"x": "y"}), {"b.zip": packed({"c.zip": "d"})})),
        "empty zip": ("a.docx", packed({})),
        "rar": ("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(64)),
        "gzip": ("a.html", b"\x1f\x8b\x08\x00" + noise[:200]),
        "rtf": ("a.doc", b"{\\rtf1 x}"),
        "bomb by ratio": ("a.docx", bomb),
        "bomb in styles": ("a.docx", rezipped(GOOD_WORD, {"word/styles.xml": b"\0" * 30_000_000})),
        "bomb in a sheet": ("a.xlsx", rezipped(sheet, {"xl/worksheets/sheet9.xml": b" " * 30_000_000})),
        "10,001 entries": ("a.docx", packed({f"{n}": "" for n in range(10_001)})),
        "lying size, larger": ("a.docx", lying(packed({MAIN: "<w/>" * 99}), 4_000_000_000)),
        "lying size, smaller": ("a.docx", lying(packed({MAIN: "<w/>" * 99}), 3)),
        "climbing names": ("a.docx", rezipped(GOOD_WORD, {"../../evil.txt": "x"})),
        "absolute names": ("a.docx", rezipped(GOOD_WORD, {"/etc/cron.d/x": "x"})),
        "drive names": ("a.xlsx", rezipped(sheet, {"C:\\x": "x"})),
        "deep xml": ("a.docx", rezipped(GOOD_WORD, {MAIN: "<a>" * 50_000 + "</a>" * 50_000})),
        "xml cut off": ("a.docx", rezipped(GOOD_WORD, {MAIN: "<w:document"})),
        "xml of something else": ("a.docx", rezipped(GOOD_WORD, {MAIN: "<a/>"})),
        "binary as xml": ("a.docx", rezipped(GOOD_WORD, {MAIN: noise})),
        "no workbook in it": ("a.xlsx", rezipped(sheet, {"xl/workbook.xml": "<a/>"})),
        "sheet of noise": ("a.xlsx", rezipped(sheet, {"xl/worksheets/sheet1.xml": noise})),
        "truncated pdf": ("a.pdf", PDF[:40]),
        "100,000 nested div": ("a.html", b"<div>" * 100_000),
        "100,000 nested and closed": ("a.html", b"<div>" * 100_000 + b"</div>" * 100_000),
        "50,000 nested tables": ("a.html", b"<table><tr><td>" * 50_000),
        "unclosed fonts": ("a.html", b"".join(b"<p><font size=%d>x" % n for n in range(20_000))),
        "300,000 cells": ("a.html", b"<table>" + b"<tr><td>1<td>2<td>3" * 100_000),
    }
    for name, text in (("laughs", LAUGHS), ("xxe", XXE), ("remote dtd", REMOTE)):
        cases[f"{name} in docx"] = ("a.docx", rezipped(GOOD_WORD, {MAIN: text}))
        cases[f"{name} in docx, utf-16"] = ("a.docx", rezipped(GOOD_WORD, {MAIN: text.encode("utf-16")}))
        cases[f"{name} in xlsx"] = ("a.xlsx", rezipped(sheet, {"xl/sharedStrings.xml": text}))
    for part in (1, 3, 5, 7, 9):
        cases[f"docx cut at {part}/10"] = ("a.docx", GOOD_WORD[: len(GOOD_WORD) * part // 10])
        cases[f"xlsx cut at {part}/10"] = ("a.xlsx", sheet[: len(sheet) * part // 10])
    return cases


def tolerated_cases() -> dict[str, tuple[str, bytes]]:
    """Files that may give a document or a refusal, but nothing else."""
    cases = {
        "huge spans": ("a.html", b"<table><tr><td rowspan=99999999999 colspan=9999999>x<td>1</table>" * 50),
        "NUL bytes": ("a.html", GOOD_PAGE.replace(b"<p>", b"<p>\x00\x00")),
        "invalid utf-8": ("a.html", GOOD_PAGE + b"\xff\xfe\xfd\xe4\xb8" * 30),
        "polyglot html and pdf": ("a.html", b"<!-- %PDF-1.4 --><html>" + GOOD_PAGE),
        "polyglot pdf and zip": ("a.docx", PDF + GOOD_WORD),
        "xml entity in html": ("a.html", XXE.encode() + GOOD_PAGE),
        "endless attribute": ("a.html", b"<td style='" + b"a" * 5_000_000),
        "endless tag opening": ("a.html", b"<" * 3_000_000 + b"p>"),
        "100,000 unclosed p": ("a.html", b"<p>x" * 100_000),
        "100,000 unclosed li": ("a.html", b"<ul>" + b"<li>x" * 100_000),
        "blanks": ("a.html", b"<p>x" + b" " * 5_000_000 + b"\n" * 5_000_000 + b"y</p>"),
        "word without a body": ("a.docx", word("")),
        "grid spans of nonsense": (
            "a.docx",
            word(tbl(tc("x", '<w:gridSpan w:val="99999999"/>') + tc("y", "<w:vMerge/>"))),
        ),
    }
    for seed in range(6):
        data = bytearray(DOC)
        chance = random.Random(seed)
        for _ in range(200):
            data[chance.randrange(512, len(data))] = chance.randrange(256)
        cases[f"doc with noise {seed}"] = ("a.doc", bytes(data))
    return cases


REFUSED, TOLERATED = refused_cases(), tolerated_cases()


def read(name: str, data: bytes, limits: Limits | None = None) -> Document | FileError:
    """What the front ends make of a file: a document or the error for a person."""
    bounds = limits or Limits()
    try:
        kind = sniff(name, data, bounds)
        if kind not in MODULES:
            return Document(kind.value)
        document: Document = import_module(f"gongkai.report.reader.{MODULES[kind]}").blocks(data, bounds)
    except FileError as error:
        return error
    return document


def peak() -> float:
    """The largest memory that this process ever held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def within_bounds(name: str, data: bytes, limits: Limits | None = None) -> Document | FileError:
    """The answer, after holding time and memory against their bounds."""
    before, started = peak(), time.monotonic()
    answer = read(name, data, limits)
    assert time.monotonic() - started < SECONDS
    assert peak() - before < MEGABYTES
    return answer


@pytest.fixture(autouse=True)
def _no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice is a process of its own with its own time limit; here the readers of this house are tested."""
    monkeypatch.setattr("gongkai.report.reader.doc._OFFICE", ())


def test_there_are_enough_cases() -> None:
    assert len(REFUSED) >= 60


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_file_gives_one_clear_line(case: str) -> None:
    answer = within_bounds(*REFUSED[case])
    assert isinstance(answer, FileError), answer
    assert answer.code.replace("_", "").isalpha()
    assert answer.message.endswith("。")
    assert "\n" not in answer.message
    assert len(answer.message) < 120


@pytest.mark.parametrize("case", TOLERATED)
def test_an_odd_file_gives_a_document_or_one_clear_line(case: str) -> None:
    answer = within_bounds(*TOLERATED[case])
    assert isinstance(answer, Document) or answer.message.endswith("。")


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", GOOD_WORD), ("a.html", GOOD_PAGE), ("a.xlsx", workbook()), ("a.doc", DOC)]
)
def test_good_files_pass(name: str, data: bytes) -> None:
    answer = within_bounds(name, data)
    assert isinstance(answer, Document)
    assert answer.items


def test_without_the_cap_the_bomb_would_be_noticed() -> None:
    lifted = Limits(ratio=10**9, unpacked=10**10, part=10**10, cells=10**9)
    answer = read(*REFUSED["bomb by ratio"], lifted)
    assert isinstance(answer, FileError)
    assert answer.code != "bomb"


def test_the_measure_of_memory_notices_an_eater() -> None:
    before = peak()
    eaten = bytearray(b"x") * int(before * 1_000_000 + 250_000_000)
    assert peak() - before > MEGABYTES
    del eaten
