"""Hidden data of the old formats (OLE compound files): properties, macros, objects; DOC and XLS in depth.

PPT slides are not read: such a file is told as only partly checked.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from doc2docx.cfb import CompoundFile, CompoundFileLimits  # type: ignore[import-untyped]

from gongkai.files.archives import damaged
from gongkai.files.hidden.hit import Hit
from gongkai.files.hidden.old_excel import excel_hits
from gongkai.files.hidden.old_word import word_hits
from gongkai.files.hidden.parts import filled
from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind

_SUMMARY = {2: "title", 3: "subject", 4: "creator", 5: "keywords", 6: "description", 8: "lastModifiedBy"}
_DOCUMENT = {2: "category", 14: "Manager", 15: "Company"}
_MOST_PROPERTIES = 200


def hits(data: bytes, kind: Kind, limits: Limits) -> Iterator[Hit]:
    """The hits of a DOC, XLS or PPT file; raises Refused where it cannot be read."""
    sizes = CompoundFileLimits(max_input_bytes=limits.size, max_stream_bytes=limits.size * 2)
    try:
        file = CompoundFile(data, limits=sizes)
        paths = [entry.path for entry in file.entries if entry.path]
    except Exception as error:  # a library reading a binary format: any slip of it means the same
        raise damaged(error) from error
    yield from _properties(file, paths)
    parts = {part for path in paths for part in path.split("/")}
    if parts & {"Macros", "_VBA_PROJECT_CUR", "VBA", "_VBA_PROJECT"}:
        yield Hit("macro")
    objects = {p for path in paths for p in path.split("/") if p.startswith("MBD")}
    objects |= {path for path in paths if "ObjectPool/" in path and path.count("/") == 1}
    if objects:
        yield Hit("embedded_object", count=len(objects))
    if "_SX_DB_CUR" in parts:
        yield Hit("pivot_cache")
    if kind is Kind.DOC:
        table = "1Table" if "1Table" in paths else "0Table"
        yield from word_hits(_stream(file, "WordDocument"), _stream(file, table) if table in paths else b"")
    elif kind is Kind.XLS:
        yield from excel_hits(_stream(file, "Workbook" if "Workbook" in paths else "Book"))
    else:
        yield Hit("partly_checked")


def _stream(file: CompoundFile, path: str) -> bytes:
    try:
        return bytes(file.open_stream(path))
    except Exception as error:  # see above
        raise damaged(error) from error


def _properties(file: CompoundFile, paths: list[str]) -> Iterator[Hit]:
    count = 0
    for path, names in (("\x05SummaryInformation", _SUMMARY), ("\x05DocumentSummaryInformation", _DOCUMENT)):
        if path not in paths:
            continue
        found = property_texts(_stream(file, path))
        # a title cannot be held against the text here; an old file without one is the exception
        count += sum(
            number in names and names[number] not in ("title", "subject") and filled(names[number], text, "")
            for number, text in found.items()
        )
    if count:
        yield Hit("properties", count=count)


def property_texts(data: bytes) -> dict[int, str]:
    """The texts among the first section of a property set ([MS-OLEPS]); {} where it is broken."""
    try:
        base = struct.unpack_from("<L", data, 44)[0]
        count = min(struct.unpack_from("<L", data, base + 4)[0], _MOST_PROPERTIES)
        out = {}
        for n in range(count):
            number, offset = struct.unpack_from("<LL", data, base + 8 + 8 * n)
            kind, length = struct.unpack_from("<LL", data, base + offset)
            raw = data[base + offset + 8 :]
            if kind == 0x1E:
                out[number] = raw[:length].split(b"\0")[0].decode("gb18030", "replace")
            elif kind == 0x1F:
                out[number] = raw[: length * 2].decode("utf-16-le", "replace").split("\0")[0]
        return out
    except struct.error:
        return {}
