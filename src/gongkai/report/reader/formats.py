"""Which format module takes a file. Modules are loaded only when their kind of file arrives."""

from __future__ import annotations

from importlib import import_module

from gongkai.files.limits import Limits
from gongkai.files.sniff import Kind, mismatch, sniff
from gongkai.report.reader.blocks import Document

_MODULES = {
    Kind.HTML: "html",
    Kind.DOCX: "docx",
    Kind.DOC: "doc",
    Kind.PDF: "pdf",
    Kind.XLSX: "sheet",
    Kind.MD: "text",
    Kind.TXT: "text",
    Kind.IMAGE: "scan",
}


def to_document(name: str, data: bytes, limits: Limits) -> tuple[str, Document | None]:
    """The kind of a file and its blocks; None for JSON and tables of our own, which need no reading.

    Raises :class:`gongkai.values.errors.FileError` for a file that is not taken.
    """
    kind = sniff(name, data, limits)
    if kind in (Kind.JSON, Kind.CSV):
        return kind.value, None
    module = import_module(f"gongkai.report.reader.{_MODULES[kind]}")
    more = {"markdown": True} if kind is Kind.MD else {}
    document: Document = module.blocks(data, limits, **more)
    note = mismatch(name, kind)
    if note:
        document.notes.append(note)
    return document.format, document
