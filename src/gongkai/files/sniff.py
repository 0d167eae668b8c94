"""What kind of file is this? By content; the name only decides between kinds of plain text.

A wrong extension is accepted where the content is a kind that can be read (:func:`mismatch` gives the note).
All else is refused with one sentence that says what to do.
"""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from gongkai.files.archives import Archive, damaged
from gongkai.files.encodings import REPLACEMENT, decode
from gongkai.files.limits import Limits
from gongkai.values.errors import Refused


class Kind(StrEnum):
    """The kinds of file that are known; :data:`UNREAD` says which of them hold no readable report."""

    HTML = "html"
    DOCX = "docx"
    DOC = "doc"
    PDF = "pdf"
    XLSX = "xlsx"
    MD = "md"
    TXT = "txt"
    JSON = "json"
    CSV = "csv"
    IMAGE = "image"
    XLS = "xls"
    PPT = "ppt"
    PPTX = "pptx"
    OFD = "ofd"
    ZIP = "zip"


EXTENSIONS: dict[Kind, tuple[str, ...]] = {
    Kind.HTML: ("html", "htm", "shtml", "xhtml", "jsp", "aspx", "php"),
    Kind.DOCX: ("docx", "docm", "dotx", "dotm"),
    Kind.DOC: ("doc", "dot", "wps", "wpt"),
    Kind.PDF: ("pdf",),
    Kind.XLSX: ("xlsx", "xlsm", "xltx", "et"),
    Kind.MD: ("md", "markdown"),
    Kind.TXT: ("txt", "text", "csv", "tsv"),
    Kind.JSON: ("json",),
    Kind.CSV: ("csv",),
    Kind.IMAGE: ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp"),
    Kind.XLS: ("xls", "xlt", "et", "ett"),
    Kind.PPT: ("ppt", "pps", "pot", "dps", "dpt"),
    Kind.PPTX: ("pptx", "pptm", "ppsx", "potx", "dps"),
    Kind.OFD: ("ofd",),
    Kind.ZIP: ("zip",),
}
UNREAD = {
    Kind.XLS: "old_excel",
    Kind.PPT: "presentation",
    Kind.PPTX: "presentation",
    Kind.OFD: "ofd",
    Kind.ZIP: "archive",
}
"""Kinds that an office attaches but no report is read from, with the code of their refusal there."""
READABLE = frozenset(extension for kind in EXTENSIONS if kind not in UNREAD for extension in EXTENSIONS[kind])
"""The extensions of files that may hold a report."""
TIDY_HEADER = (
    "organ", "year", "edition", "table", "row", "column",
    "row_label", "column_label", "value", "value_kind", "unit",
)  # fmt: skip
"""The header of our own tidy table, by which it is known; any other CSV is plain text."""
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*")
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
_PACKED = (b"Rar!", b"7z\xbc\xaf'\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF_WINDOW = 1024
_TEXT_WINDOW = 65_536
_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|table|tr|td|div|p|span|h[1-6]|ul|section|article|font)[\s/>]",
    re.IGNORECASE,
)
_PIPES = re.compile(r"^\s*\|?\s*:?-{3,}:?\s*\|", re.MULTILINE)
_UNREADABLE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f" + REPLACEMENT + "]")

_REFUSALS = {
    "empty": "文件是空的，里面没有内容。请重新下载或者重新保存后再试。",
    "program": "这是一个程序文件，不是报告。请选择报告本身的文件（网页、Word、WPS、PDF、Excel、文本）。",
    "archive": "这是一个压缩包。请先解压，再选择里面的报告文件。",
    "unknown_type": "认不出这是什么文件。可以读取网页、Word、WPS、PDF、Excel（xlsx）、Markdown、文本和图片。",
    "encrypted": "文件设有密码，无法读取。请去掉密码后再试。",
    "old_excel": "这是旧版 Excel（xls）文件。请用 Excel 或 WPS 表格打开，另存为 xlsx 后再试。",
    "presentation": "这是演示文稿，不是报告。请选择报告本身的文件（网页、Word、WPS、PDF、Excel、文本）。",
    "ofd": "这是 OFD 版式文件，暂不能读取。请用阅读软件将它转换为 PDF 后再试。",
    "odf": "这是 OpenDocument 文件。请用 WPS 或 LibreOffice 打开，另存为 docx 或 xlsx 后再试。",
    "rtf": "这是 RTF 文件。请用 Word 或 WPS 打开，另存为 docx 后再试。",
    "mht": "这是单个文件网页（mht）。请用浏览器打开后另存为 html，或者复制正文粘贴进来。",
    "office_xml": "这是 2003 版 Office 的 XML 文件。请用 Word、Excel 或 WPS 打开，另存为 docx、xlsx 再试。",
}


def refusal(code: str) -> Refused:
    """The refusal of that code with its sentence."""
    return Refused(code, _REFUSALS[code])


def sniff(name: str, data: bytes, limits: Limits | None = None) -> Kind:
    """The kind of a file that may hold a report, from its bytes; ``name`` is only a hint.

    Raises Refused (empty, program, archive, encrypted, damaged, old_excel, ofd …) or OverLimit.
    """
    kind = identify(name, data, limits)
    if kind in UNREAD:
        raise refusal(UNREAD[kind])
    return kind


def identify(name: str, data: bytes, limits: Limits | None = None) -> Kind:
    """The kind of any file that an office may attach, from its bytes; ``name`` is only a hint.

    Raises Refused (empty, program, archive for other packers than zip, encrypted, damaged …) or OverLimit.
    """
    bounds = limits or Limits()
    bounds.check_size(len(data))
    if not data.strip(b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf\xff\xfe"):
        raise refusal("empty")
    kind = _binary_kind(data, bounds)
    return kind if kind is not None else _text_kind(name, data)


def mismatch(name: str, kind: Kind) -> str | None:
    """A note where the extension of ``name`` says something else than the content; None where they agree."""
    extension = PurePath(name).suffix.lstrip(".").lower()
    plain = (Kind.MD, Kind.TXT, Kind.JSON, Kind.CSV)
    accepted = [e for k in plain for e in EXTENSIONS[k]] if kind in plain else EXTENSIONS[kind]
    if not extension or extension in accepted:
        return None
    return f"文件的扩展名是 {extension}，内容却是 {kind.value}，已按内容读取。"


def _binary_kind(data: bytes, limits: Limits) -> Kind | None:
    """The kind of a file with a signature, None for what may be text."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_kind(data, limits)
    if data.startswith(_OLE):
        return _ole_kind(data)
    if data.startswith(_IMAGES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP") or _is_bitmap(data):
        return Kind.IMAGE
    if data.startswith(_PACKED):
        raise refusal("archive")
    if data.startswith(_PROGRAMS) and b"\x00" in data[:256]:
        raise refusal("program")
    if data.startswith(b"{\\rtf"):
        raise refusal("rtf")
    if b"%PDF-" in data[:_PDF_WINDOW] and not _TAG.search(data[:_PDF_WINDOW].decode("latin-1")):
        return _pdf_kind(data)
    return None


def _is_bitmap(data: bytes) -> bool:
    return data[:2] == b"BM" and int.from_bytes(data[2:6], "little") == len(data)


def _zip_kind(data: bytes, limits: Limits) -> Kind:
    """A package by its parts."""
    names = Archive(data, limits).names
    if "OFD.xml" in names:
        return Kind.OFD
    if "word/document.xml" in names:
        return Kind.DOCX
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        raise refusal("odf")
    if "ppt/presentation.xml" in names:
        return Kind.PPTX
    if "[Content_Types].xml" in names:
        return _main_part(data, limits)
    return Kind.ZIP


def _main_part(data: bytes, limits: Limits) -> Kind:
    """A package whose main part has an unusual name: its content types say what it is."""
    types = Archive(data, limits).read("[Content_Types].xml")
    if b"wordprocessingml" in types and b"main+xml" in types:
        return Kind.DOCX
    if b"spreadsheetml" in types and b"main+xml" in types:
        return Kind.XLSX
    if b"presentationml" in types and b"main+xml" in types:
        return Kind.PPTX
    raise damaged()


def _ole_kind(data: bytes) -> Kind:
    """An OLE compound file by the names in its directory (entries of 128 bytes, UTF-16 names)."""
    if _has_stream(data, "EncryptedPackage") or _has_stream(data, "EncryptionInfo"):
        raise refusal("encrypted")
    if _has_stream(data, "WordDocument"):
        return Kind.DOC
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return Kind.XLS
    if _has_stream(data, "PowerPoint Document"):
        return Kind.PPT
    if len(data) < 1536:
        raise damaged()
    raise refusal("unknown_type")


def _has_stream(data: bytes, name: str) -> bool:
    wanted = name.encode("utf-16-le") + b"\x00\x00"
    at = data.find(wanted)
    while at >= 0:
        if at % 128 == 0:
            return True
        at = data.find(wanted, at + 1)
    return False


def _pdf_kind(data: bytes) -> Kind:
    """A PDF that is whole and needs no password. One that only forbids printing or copying can be read."""
    if b"startxref" not in data:
        raise damaged()
    length = re.search(rb"/Linearized\b[^>]{0,200}?/L\s+(\d{1,12})", data[:_PDF_WINDOW])
    if length and int(length.group(1)) > len(data):
        raise damaged()
    if b"/Encrypt" in data and _needs_password(data):
        raise refusal("encrypted")
    return Kind.PDF


def _needs_password(data: bytes) -> bool:
    """True where the PDF library asks for a password (a file with only an owner's password opens)."""
    # loaded here because that costs more than most answers of this module
    import pypdfium2  # noqa: PLC0415

    try:
        pypdfium2.PdfDocument(data).close()
    except pypdfium2.PdfiumError as error:
        return "password" in str(error).lower()
    return False


def _text_kind(name: str, data: bytes) -> Kind:
    """HTML, JSON, Markdown or plain text; what does not read as text is refused."""
    text = decode(data[:_TEXT_WINDOW] if len(data) > _TEXT_WINDOW else data)
    if len(_UNREADABLE.findall(text)) * 50 > len(text):
        raise refusal("unknown_type")
    start = text.lstrip()
    extension = PurePath(name).suffix.lstrip(".").lower()
    if start[:5].lower() == "mime-" or "\nContent-Type: multipart/related" in text:
        raise refusal("mht")
    if start.startswith("<?xml") and (
        "mso-application" in start[:2000] or "schemas-microsoft-com" in start[:2000]
    ):
        raise refusal("office_xml")
    if start[:1] in ("{", "[") and (extension == "json" or (start[:1] == "{" and '"schema"' in start[:200])):
        return Kind.JSON
    if start.partition("\n")[0].strip() == ",".join(TIDY_HEADER):
        return Kind.CSV
    if _TAG.search(text) and extension not in EXTENSIONS[Kind.MD]:
        return Kind.HTML
    if extension in EXTENSIONS[Kind.MD] or (extension not in EXTENSIONS[Kind.TXT] and _PIPES.search(text)):
        return Kind.MD
    return Kind.TXT
